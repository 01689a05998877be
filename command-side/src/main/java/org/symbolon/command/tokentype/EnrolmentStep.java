package org.symbolon.command.tokentype;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.secret.Secret;
import org.symbolon.events.token.TypeState;

/**
 * What a type makes of one step of an enrolment.
 *
 * @param secret what server and device share, as text: hexadecimal for OATH types, the password itself for pw; null where the token
 *     has one that stays
 * @param otpLength digits or characters of an OTP value
 * @param state what the type keeps
 * @param info what the token's info is to say beside
 * @param description what the token is called where nobody said, null for nothing
 * @param tokenKind what kind of thing it is, null for what its origin says
 * @param disclosures what the client is shown, this once
 * @param rolloutState how far it is; empty when it is complete
 * @param question what is asked before the next step, null for nothing
 * @param effects what is to happen outside
 * @param paused whether the token is out of use until the next step
 */
public record EnrolmentStep(
        Secret secret,
        int otpLength,
        TypeState state,
        Map<String, String> info,
        String description,
        String tokenKind,
        List<Disclosure> disclosures,
        String rolloutState,
        Question question,
        List<Effect> effects,
        boolean paused) {

    /** The state of a token whose client has still to do its part. */
    public static final String WAITING = "clientwait";

    public EnrolmentStep {
        info = Map.copyOf(info);
        disclosures = List.copyOf(disclosures);
        effects = List.copyOf(effects);
    }

    /** One after which nothing is left to do. */
    public static EnrolmentStep complete(Secret secret, int otpLength, TypeState state, List<Disclosure> disclosures) {
        return new EnrolmentStep(
                secret, otpLength, state, Map.of(), null, null, disclosures, "", null, List.of(), false);
    }

    /** The same, but out of use until the client has done its part. */
    public EnrolmentStep waiting() {
        return new EnrolmentStep(
                secret, otpLength, state, info, description, tokenKind, disclosures, WAITING, question, effects, true);
    }

    /** The same, and this is asked before the next step. */
    public EnrolmentStep asking(Question asked) {
        return new EnrolmentStep(
                secret,
                otpLength,
                state,
                info,
                description,
                tokenKind,
                disclosures,
                rolloutState,
                asked,
                effects,
                paused);
    }

    /** The same, but the token is called so where nobody said. */
    public EnrolmentStep describedAs(String text) {
        return new EnrolmentStep(
                secret, otpLength, state, info, text, tokenKind, disclosures, rolloutState, question, effects, paused);
    }

    /** The same, but a token is such a thing wherever it comes from. */
    public EnrolmentStep ofKind(String kind) {
        return new EnrolmentStep(
                secret,
                otpLength,
                state,
                info,
                description,
                kind,
                disclosures,
                rolloutState,
                question,
                effects,
                paused);
    }

    /** The same, but the token has still to show a value. */
    public EnrolmentStep unverified(String state, String prompt) {
        List<Disclosure> shown = new ArrayList<>(disclosures);
        shown.removeIf(Disclosure.RolloutState.class::isInstance);
        shown.add(new Disclosure.RolloutState(state));
        shown.add(new Disclosure.VerificationPrompt(prompt));
        return new EnrolmentStep(
                secret, otpLength, this.state, info, description, tokenKind, shown, state, question, effects, paused);
    }
}
