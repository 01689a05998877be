package org.symbolon.server.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.CharacterRule;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeAction.Step;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Refusals;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.action.EnrollmentActions;
import org.symbolon.server.policy.action.EnrollmentTypeActions;
import org.symbolon.server.policy.action.Scope;
import org.symbolon.server.policy.action.SharedAction;
import org.symbolon.server.policy.action.SharedActions;
import org.symbolon.server.policy.action.TypeActions;

/** What new tokens are like: what policies say of it takes the place of what the request says. */
final class EnrolmentPolicies {

    static final Map<String, Action> APP_PINS = Map.of(
            "hotp", EnrollmentTypeActions.HOTP_FORCE_APP_PIN,
            "totp", EnrollmentTypeActions.TOTP_FORCE_APP_PIN);
    static final Map<String, Map<String, SharedAction>> PRESETS = Map.of(
            "hotp",
            Map.of("hashlib", SharedActions.HOTP_HASHLIB, "otplen", SharedActions.HOTP_OTPLEN),
            "totp",
            Map.of(
                    "hashlib", SharedActions.TOTP_HASHLIB,
                    "otplen", SharedActions.TOTP_OTPLEN,
                    "timeStep", SharedActions.TOTP_TIMESTEP,
                    "useTimeShift", SharedActions.TOTP_TIMESHIFT));
    private static final int MOST_CHARACTERS = 128;

    private final TokenQuestions questions;

    EnrolmentPolicies(TokenQuestions questions) {
        this.questions = questions;
    }

    /** New tokens of some types must be described. */
    PrePolicy description() {
        return PrePolicy.of("description", this::requireDescription, EnrollmentActions.REQUIRE_DESCRIPTION);
    }

    private void requireDescription(ApiRequest request) {
        if (!questions.hasScope(request, Scope.ENROLLMENT)
                || request.parameters().filled("description")) {
            return;
        }
        TokenTarget target = questions.target(request);
        boolean required = target.token().isEmpty()
                && questions.ask(request, EnrollmentActions.REQUIRE_DESCRIPTION).values().stream()
                        .anyMatch(target.type()::equalsIgnoreCase);
        if (required) {
            throw ApiException.policy("Description required for " + target.type() + " token.");
        }
    }

    /** What an authenticator app is told. */
    PrePolicy app() {
        return PrePolicy.of(
                "label, issuer and picture in an app",
                this::tellApp,
                EnrollmentActions.TOKENLABEL,
                EnrollmentActions.TOKENISSUER,
                EnrollmentActions.APPIMAGEURL,
                EnrollmentTypeActions.HOTP_FORCE_APP_PIN,
                EnrollmentTypeActions.TOTP_FORCE_APP_PIN);
    }

    private void tellApp(ApiRequest request) {
        overwrite(request, "tokenlabel", EnrollmentActions.TOKENLABEL);
        overwrite(request, "tokenissuer", EnrollmentActions.TOKENISSUER);
        overwrite(request, "appimageurl", EnrollmentActions.APPIMAGEURL);
        Action appPin = APP_PINS.get(typeOf(request));
        if (appPin != null && questions.ask(request, appPin).isSet()) {
            request.parameters().overwrite("force_app_pin", "True");
        }
    }

    private void overwrite(ApiRequest request, String parameter, Action action) {
        questions.ask(request, action).value().ifPresent(value -> request.parameters()
                .overwrite(parameter, value));
    }

    /** Hash function, digits and the like of a type. */
    PrePolicy presets() {
        return PrePolicy.of(
                "hash function, digits and time step",
                this::preset,
                PRESETS.values().stream()
                        .flatMap(presets -> presets.values().stream())
                        .flatMap(action -> Stream.of(action.in(Scope.ADMIN), action.in(Scope.USER)))
                        .toArray(Action[]::new));
    }

    private void preset(ApiRequest request) {
        PRESETS.getOrDefault(typeOf(request), Map.of()).forEach((parameter, action) -> questions
                .askCaller(request, action)
                .value()
                .ifPresent(value -> request.parameters().overwrite(parameter, value)));
    }

    private static String typeOf(ApiRequest request) {
        return request.parameters().givenText("type").orElse(TokenTypes.DEFAULT).toLowerCase(Locale.ROOT);
    }

    /** What the type of the token wants to know. */
    PrePolicy told() {
        return PrePolicy.of(
                "what the type is told",
                this::tell,
                TypeActions.allToldAt(Step.ENROLMENT).toArray(Action[]::new));
    }

    private void tell(ApiRequest request) {
        List<Action> told = TypeActions.toldAt(Step.ENROLMENT, typeOf(request));
        if (!told.isEmpty()) {
            RequestedTerms.say(request, TypeTermPolicies.of(told, action -> questions.ask(request, action)));
        }
    }

    /** How a password is made up; a request has no say in it. */
    PrePolicy passwords() {
        return PrePolicy.of(
                "length and contents of a password",
                this::passwords,
                EnrollmentActions.PW_LENGTH,
                EnrollmentActions.PW_CONTENTS);
    }

    private void passwords(ApiRequest request) {
        request.parameters().remove("pw.length");
        request.parameters().remove("pw.contents");
        if (!typeOf(request).equals("pw")) {
            return;
        }
        OptionalInt length = TokenQuestions.number(questions.ask(request, EnrollmentActions.PW_LENGTH));
        if (length.isPresent()) {
            if (length.getAsInt() < 1 || length.getAsInt() > MOST_CHARACTERS) {
                throw TokenQuestions.malformed();
            }
            request.parameters().overwrite("pw.length", Integer.toString(length.getAsInt()));
        }
        questions.ask(request, EnrollmentActions.PW_CONTENTS).value().ifPresent(contents -> {
            requireReadable(contents);
            request.parameters().overwrite("pw.contents", contents);
        });
    }

    private static void requireReadable(String contents) {
        try {
            CharacterRule.of(contents);
        } catch (Refusal refusal) {
            throw Refusals.onTheWire(refusal);
        }
    }
}
