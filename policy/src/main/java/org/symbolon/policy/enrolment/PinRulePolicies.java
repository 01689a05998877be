package org.symbolon.policy.enrolment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.Scope;
import org.symbolon.policy.action.SharedAction;
import org.symbolon.policy.action.SharedActions;
import org.symbolon.policy.action.TokenTypeNames;
import org.symbolon.policy.asking.PolicyNumbers;
import org.symbolon.policy.matching.PolicyRefusal;

/** How long PINs are and which characters they are made of; what is said of a type replaces what is said of all. */
final class PinRulePolicies {

    static final List<Action> ASKED = Stream.of(
                    SharedActions.OTP_PIN_MINLENGTH,
                    SharedActions.OTP_PIN_MAXLENGTH,
                    SharedActions.OTP_PIN_CONTENTS,
                    SharedActions.otpPinMinlength(TokenTypeNames.ANY),
                    SharedActions.otpPinMaxlength(TokenTypeNames.ANY),
                    SharedActions.otpPinContents(TokenTypeNames.ANY))
            .flatMap(action -> Stream.of(action.in(Scope.ADMIN), action.in(Scope.USER)))
            .toList();

    private static final String PRESET_CONTENTS = "cn";

    private final EnrolledTokens tokens;
    private final CharacterRules characters;

    PinRulePolicies(EnrolledTokens tokens, CharacterRules characters) {
        this.tokens = tokens;
        this.characters = characters;
    }

    /** The PIN of an enrolment; the value that finishes one sets none, and a token may keep the one it has. */
    void requireOfEnrolment(TokenInquiry inquiry, Optional<Secret> pin, boolean verifying) {
        if (!inquiry.hasScope(inquiry.callersScope()) || isLeft(inquiry, pin, verifying)) {
            return;
        }
        TokenTarget target = inquiry.target();
        if (target.token().isPresent() && TokenTypeNames.WITHOUT_PIN.contains(target.type())) {
            return;
        }
        require(inquiry, pin);
    }

    /** That a request says so is not enough: a token that does not wait for a value has none to verify. */
    private boolean isLeft(TokenInquiry inquiry, Optional<Secret> pin, boolean verifying) {
        Predicate<String> left = serial -> tokens.hasPin(serial) || (verifying && tokens.isUnverified(serial));
        return pin.isEmpty() && inquiry.serial().filter(left).isPresent();
    }

    /** The PIN that is set, which counts as empty where there is none. */
    void require(TokenInquiry inquiry, Optional<Secret> pin) {
        if (inquiry.hasScope(inquiry.callersScope())) {
            require(inquiry, pin.orElse(Secret.EMPTY), inquiry.target().type());
        }
    }

    private void require(TokenInquiry inquiry, Secret pin, String type) {
        String text = pin.reveal();
        int length = text.codePointCount(0, text.length());
        OptionalInt least = number(inquiry, SharedActions.OTP_PIN_MINLENGTH, SharedActions.otpPinMinlength(type));
        if (least.isPresent() && length < least.getAsInt()) {
            throw new PolicyRefusal("The minimum OTP PIN length is " + least.getAsInt());
        }
        OptionalInt most = number(inquiry, SharedActions.OTP_PIN_MAXLENGTH, SharedActions.otpPinMaxlength(type));
        if (most.isPresent() && length > most.getAsInt()) {
            throw new PolicyRefusal("The maximum OTP PIN length is " + most.getAsInt());
        }
        contents(inquiry, type).flatMap(rule -> characters.complaint(rule, pin)).ifPresent(complaint -> {
            throw new PolicyRefusal(complaint);
        });
    }

    private static OptionalInt number(TokenInquiry inquiry, SharedAction ofAll, SharedAction ofType) {
        return PolicyNumbers.of(special(inquiry, ofAll, ofType));
    }

    private static Optional<String> special(TokenInquiry inquiry, SharedAction ofAll, SharedAction ofType) {
        return inquiry.askCaller(ofType).value().or(() -> inquiry.askCaller(ofAll)
                .value());
    }

    private static Optional<String> contents(TokenInquiry inquiry, String type) {
        return special(inquiry, SharedActions.OTP_PIN_CONTENTS, SharedActions.otpPinContents(type));
    }

    /** The rule of what PINs are made of that the server makes up. */
    String contentsOfMadePins(TokenInquiry inquiry) {
        return inquiry.hasScope(inquiry.callersScope())
                ? contents(inquiry, inquiry.target().type()).orElse(PRESET_CONTENTS)
                : PRESET_CONTENTS;
    }
}
