package org.symbolon.command.tokentype;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.error.Refusal;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;

/**
 * What a type makes of one step of an enrolment.
 *
 * @param secret what server and device share, as text: hexadecimal for OATH types, the password itself for pw; null where the token
 *     has one that stays
 * @param otpLength digits or characters of an OTP value
 * @param state what the type keeps
 * @param secrets what it keeps beside, sealed, so that nobody reads it; by the names of the entries
 * @param info what the token's info is to say beside
 * @param description what the token is called where nobody said, null for nothing
 * @param tokenKind what kind of thing it is, null for what its origin says
 * @param disclosures what the client is shown, this once
 * @param rolloutState how far it is; empty when it is complete
 * @param question what is asked before the next step, null for nothing
 * @param within the name under which the client finds that, null where it stands beside the serial
 * @param unique what no other token may have, null for nothing
 * @param effects what is to happen outside
 * @param paused whether the token is out of use until the next step
 */
public record EnrolmentStep(
        Secret secret,
        int otpLength,
        TypeState state,
        Map<String, Secret> secrets,
        Map<String, String> info,
        String description,
        String tokenKind,
        List<Disclosure> disclosures,
        String rolloutState,
        Question question,
        String within,
        Unique unique,
        List<Effect> effects,
        boolean paused) {

    /** The state of a token whose client has still to do its part. */
    public static final String WAITING = "clientwait";

    /**
     * Something that no two tokens may have.
     *
     * @param kind what it is
     * @param value which one it is
     * @param otherwise what is told where another token has it
     */
    public record Unique(String kind, String value, Refusal otherwise) {}

    public EnrolmentStep {
        secrets = Map.copyOf(secrets);
        info = Map.copyOf(info);
        disclosures = List.copyOf(disclosures);
        effects = List.copyOf(effects);
    }

    /** One after which nothing is left to do. */
    public static EnrolmentStep complete(Secret secret, int otpLength, TypeState state, List<Disclosure> disclosures) {
        Map<String, String> nothing = Map.of();
        return new EnrolmentStep(
                secret,
                otpLength,
                state,
                Map.of(),
                nothing,
                null,
                null,
                disclosures,
                "",
                null,
                null,
                null,
                List.of(),
                false);
    }

    private EnrolmentStep at(String rollout, boolean outOfUse, List<Disclosure> shown) {
        return new EnrolmentStep(
                secret,
                otpLength,
                state,
                secrets,
                info,
                description,
                tokenKind,
                shown,
                rollout,
                question,
                within,
                unique,
                effects,
                outOfUse);
    }

    /** The same, but out of use until the client has done its part. */
    public EnrolmentStep waiting() {
        return at(WAITING, true, disclosures);
    }

    /** The same until the client has done its part, but for the rest as any token. */
    public EnrolmentStep waitingInUse() {
        return at(WAITING, false, disclosures);
    }

    /** The same, and this is asked before the next step. */
    public EnrolmentStep asking(Question asked) {
        return told(description, asked, within, unique);
    }

    /** The same, but what is asked stands under this name. */
    public EnrolmentStep within(String name) {
        return told(description, question, name, unique);
    }

    /** The same, but the token is called so where nobody said. */
    public EnrolmentStep describedAs(String text) {
        return told(text, question, within, unique);
    }

    /** The same, but only where no other token has this. */
    public EnrolmentStep alone(Unique thing) {
        return told(description, question, within, thing);
    }

    /** The same with what is kept sealed. */
    public EnrolmentStep keeping(Map<String, Secret> sealed) {
        return new EnrolmentStep(
                secret,
                otpLength,
                state,
                sealed,
                info,
                description,
                tokenKind,
                disclosures,
                rolloutState,
                question,
                within,
                unique,
                effects,
                paused);
    }

    /** The same where something is to happen outside, which changes this of the state. */
    public EnrolmentStep causing(StateChange change, List<Effect> outside) {
        return new EnrolmentStep(
                secret,
                otpLength,
                state.after(change),
                secrets,
                info,
                description,
                tokenKind,
                disclosures,
                rolloutState,
                question,
                within,
                unique,
                outside,
                paused);
    }

    private EnrolmentStep told(String called, Question asked, String name, Unique thing) {
        return new EnrolmentStep(
                secret,
                otpLength,
                state,
                secrets,
                info,
                called,
                tokenKind,
                disclosures,
                rolloutState,
                asked,
                name,
                thing,
                effects,
                paused);
    }

    /** The same, but a token is such a thing wherever it comes from. */
    public EnrolmentStep ofKind(String kind) {
        return new EnrolmentStep(
                secret,
                otpLength,
                state,
                secrets,
                info,
                description,
                kind,
                disclosures,
                rolloutState,
                question,
                within,
                unique,
                effects,
                paused);
    }

    /** The same, but the token has still to show a value. */
    public EnrolmentStep unverified(String state, String prompt) {
        List<Disclosure> shown = new ArrayList<>(disclosures);
        shown.removeIf(Disclosure.RolloutState.class::isInstance);
        shown.add(new Disclosure.RolloutState(state));
        shown.add(new Disclosure.VerificationPrompt(prompt));
        return at(state, paused, shown);
    }
}
