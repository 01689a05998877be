package org.symbolon.command.tokentype.pushed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.symbolon.command.shared.Truth;
import org.symbolon.command.tokentype.Confirmation;
import org.symbolon.command.tokentype.Confirmation.Outcome;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.OpenChallenge;

/** What a telephone answers. What it means is read from what its signature covers, and from nothing else. */
record PhoneAnswer(PushedState state, Credential sent) {

    static final String NONCE = "nonce";
    static final String SIGNATURE = "signature";

    static final String DECLINE = "decline";
    static final String REASON = "decline_reason";
    private static final String CANCELLED = "cancelled";

    /**
     * What it means for a challenge; empty if it is no answer to this one, which was answered or refused already, or not by this token.
     *
     * @param said what is told beside a code that is to be typed
     */
    Optional<Confirmation> to(OpenChallenge challenge, Supplier<String> said) {
        boolean concerned = challenge.isUndecided()
                && sent.field(NONCE).filter(challenge.challenge()::equals).isPresent()
                && !state.hasConfirmed(challenge.challenge());
        Confirming confirming = Confirming.of(challenge);
        if (!concerned || !isSigned(signed(confirming))) {
            return Optional.empty();
        }
        return Optional.of(isDeclined() ? declined() : confirmed(challenge, confirming, said));
    }

    private Confirmation declined() {
        boolean cancelled = sent.field(REASON).filter(CANCELLED::equals).isPresent();
        return Confirmation.of(cancelled ? Outcome.CANCELLED : Outcome.DECLINED);
    }

    private Confirmation confirmed(OpenChallenge challenge, Confirming confirming, Supplier<String> said) {
        if (confirming instanceof Confirming.Choosing choosing) {
            boolean right = chosen().filter(choosing.right()::equals).isPresent();
            return Confirmation.of(right ? Outcome.RIGHT : Outcome.WRONG);
        }
        return confirming instanceof Confirming.Typing typing
                ? new Confirmation(
                        Outcome.HALF,
                        PushedState.confirming(challenge.challenge()),
                        Duration.ZERO,
                        Map.of("display_code", typing.code().reveal(), "message", said.get()))
                : Confirmation.of(Outcome.RIGHT);
    }

    private boolean isDeclined() {
        return Truth.of(sent.field(DECLINE).orElse(""));
    }

    private Optional<String> chosen() {
        return sent.field(PresenceTerms.ANSWER);
    }

    /**
     * What must have been signed. A choice is a part of it only where there is one: else whoever sends a refusal once more could make it
     * a choice, and with that a yes.
     */
    private String signed(Confirming confirming) {
        List<String> parts = new ArrayList<>();
        parts.add(sent.field(NONCE).orElse(""));
        parts.add(state.token().serial());
        if (isDeclined()) {
            parts.add(DECLINE);
            sent.field(REASON).ifPresent(parts::add);
        }
        if (confirming instanceof Confirming.Choosing) {
            chosen().ifPresent(parts::add);
        }
        return String.join("|", parts);
    }

    private boolean isSigned(String text) {
        return state.phoneKey()
                .filter(key -> key.hasSigned(text, sent.field(SIGNATURE).orElse("")))
                .isPresent();
    }
}
