package org.symbolon.server.policy;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.CharacterRule;
import org.symbolon.events.shared.Pin;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Refusals;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.action.Scope;
import org.symbolon.server.policy.action.SharedAction;
import org.symbolon.server.policy.action.SharedActions;

/** How long PINs are and which characters they are made of; what is said of a type replaces what is said of all. */
final class PinRulePolicies {

    private static final String ANY_TYPE = "<type>";
    private static final Set<String> WITHOUT_PIN = Set.of("certificate", "sshkey");
    private static final String PRESET_CONTENTS = "cn";

    private final TokenQuestions questions;

    PinRulePolicies(TokenQuestions questions) {
        this.questions = questions;
    }

    /** The PIN in the parameter, which counts as empty where there is none. */
    PrePolicy rules(String parameter) {
        return PrePolicy.of("PIN rules", request -> check(request, parameter), asked());
    }

    /** The PIN of an enrolment; the later steps of one that has several set none, and a token may keep the one it has. */
    PrePolicy rulesOfEnrolment() {
        return PrePolicy.of("PIN rules", this::checkEnrolment, asked());
    }

    private static Action[] asked() {
        return Stream.of(
                        SharedActions.OTP_PIN_MINLENGTH,
                        SharedActions.OTP_PIN_MAXLENGTH,
                        SharedActions.OTP_PIN_CONTENTS,
                        SharedActions.otpPinMinlength(ANY_TYPE),
                        SharedActions.otpPinMaxlength(ANY_TYPE),
                        SharedActions.otpPinContents(ANY_TYPE))
                .flatMap(action -> Stream.of(action.in(Scope.ADMIN), action.in(Scope.USER)))
                .toArray(Action[]::new);
    }

    private void checkEnrolment(ApiRequest request) {
        if (!questions.hasScope(request, TokenQuestions.scopeOf(request))) {
            return;
        }
        boolean laterStep =
                request.parameters().filled("rollover") || request.parameters().filled("verify");
        if (!request.parameters().has("pin") && (laterStep || hasPin(request))) {
            return;
        }
        TokenTarget target = questions.target(request);
        if (target.token().isPresent() && WITHOUT_PIN.contains(target.type())) {
            return;
        }
        check(request, "pin");
    }

    private boolean hasPin(ApiRequest request) {
        return questions.pin(request).filter(pin -> !pin.equals(Pin.NONE)).isPresent();
    }

    private void check(ApiRequest request, String parameter) {
        if (questions.hasScope(request, TokenQuestions.scopeOf(request))) {
            String pin = request.parameters().printed(parameter).orElse("");
            check(request, pin, questions.target(request).type());
        }
    }

    private void check(ApiRequest request, String pin, String type) {
        int length = pin.codePointCount(0, pin.length());
        OptionalInt least = number(request, SharedActions.OTP_PIN_MINLENGTH, SharedActions.otpPinMinlength(type));
        if (least.isPresent() && length < least.getAsInt()) {
            throw ApiException.policy("The minimum OTP PIN length is " + least.getAsInt());
        }
        OptionalInt most = number(request, SharedActions.OTP_PIN_MAXLENGTH, SharedActions.otpPinMaxlength(type));
        if (most.isPresent() && length > most.getAsInt()) {
            throw ApiException.policy("The maximum OTP PIN length is " + most.getAsInt());
        }
        contents(request, type).flatMap(rule -> rule.complaint(pin)).ifPresent(complaint -> {
            throw ApiException.policy(complaint);
        });
    }

    private OptionalInt number(ApiRequest request, SharedAction ofAll, SharedAction ofType) {
        return special(request, ofAll, ofType)
                .map(TokenQuestions::number)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private Optional<String> special(ApiRequest request, SharedAction ofAll, SharedAction ofType) {
        return questions.askCaller(request, ofType).value().or(() -> questions
                .askCaller(request, ofAll)
                .value());
    }

    private Optional<CharacterRule> contents(ApiRequest request, String type) {
        return special(request, SharedActions.OTP_PIN_CONTENTS, SharedActions.otpPinContents(type))
                .map(PinRulePolicies::rule);
    }

    /** What PINs are made of that the server makes up. */
    CharacterRule contentsOfMadePins(ApiRequest request) {
        return questions.hasScope(request, TokenQuestions.scopeOf(request))
                ? contents(request, questions.target(request).type()).orElseGet(() -> rule(PRESET_CONTENTS))
                : rule(PRESET_CONTENTS);
    }

    private static CharacterRule rule(String written) {
        try {
            return CharacterRule.of(written);
        } catch (Refusal refusal) {
            throw Refusals.onTheWire(refusal);
        }
    }
}
