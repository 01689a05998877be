package org.symbolon.command.tokentype;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
 * @param userPin the PIN that is typed into the device, null where there is none or it stays
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
        Secret userPin,
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

    /** The state of a token that has to show a value. */
    public static final String UNVERIFIED = "verify";

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
                null,
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

    /** The same, but out of use until the client has done its part. */
    public EnrolmentStep waiting() {
        return but(draft -> {
            draft.rolloutState = WAITING;
            draft.paused = true;
        });
    }

    /** The same until the client has done its part, but for the rest as any token. */
    public EnrolmentStep waitingInUse() {
        return but(draft -> {
            draft.rolloutState = WAITING;
            draft.paused = false;
        });
    }

    /** The same, but so far, or complete under this name of its state. */
    public EnrolmentStep at(String state) {
        return but(draft -> draft.rolloutState = state);
    }

    /** The same, and this is asked before the next step. */
    public EnrolmentStep asking(Question asked) {
        return but(draft -> draft.question = asked);
    }

    /** The same, but what is asked stands under this name. */
    public EnrolmentStep within(String name) {
        return but(draft -> draft.within = name);
    }

    /** The same, but what it asks, if it does, is asked in this session. */
    public EnrolmentStep inSession(String name) {
        return question == null ? this : but(draft -> draft.question = question.step(name));
    }

    /** The same, but the token is called so where nobody said. */
    public EnrolmentStep describedAs(String text) {
        return but(draft -> draft.description = text);
    }

    /** The same, but only where no other token has this. */
    public EnrolmentStep alone(Unique thing) {
        return but(draft -> draft.unique = thing);
    }

    /** The same with a PIN that is typed into the device. */
    public EnrolmentStep withUserPin(Secret pin) {
        return but(draft -> draft.userPin = pin);
    }

    /** The same, but the client is shown this. */
    public EnrolmentStep showing(List<Disclosure> shown) {
        return but(draft -> draft.disclosures = shown);
    }

    /** The same with what is kept sealed. */
    public EnrolmentStep keeping(Map<String, Secret> sealed) {
        return but(draft -> draft.secrets = sealed);
    }

    /** The same where something is to happen outside, which changes this of the state. */
    public EnrolmentStep causing(StateChange change, List<Effect> outside) {
        return but(draft -> {
            draft.state = state.after(change);
            draft.effects = outside;
        });
    }

    /** The same, but a token is such a thing wherever it comes from. */
    public EnrolmentStep ofKind(String kind) {
        return but(draft -> draft.tokenKind = kind);
    }

    /** The same, but the token has still to show a value. */
    public EnrolmentStep unverified(String state, String prompt) {
        List<Disclosure> shown = new ArrayList<>(disclosures);
        shown.removeIf(Disclosure.RolloutState.class::isInstance);
        shown.add(new Disclosure.RolloutState(state));
        shown.add(new Disclosure.VerificationPrompt(prompt));
        return but(draft -> {
            draft.rolloutState = state;
            draft.disclosures = shown;
        });
    }

    /** The same but for this. */
    private EnrolmentStep but(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.made();
    }

    /** One that is being changed. */
    private static final class Draft {

        private Secret secret;
        private Secret userPin;
        private int otpLength;
        private TypeState state;
        private Map<String, Secret> secrets;
        private Map<String, String> info;
        private String description;
        private String tokenKind;
        private List<Disclosure> disclosures;
        private String rolloutState;
        private Question question;
        private String within;
        private Unique unique;
        private List<Effect> effects;
        private boolean paused;

        private Draft(EnrolmentStep of) {
            this.secret = of.secret;
            this.userPin = of.userPin;
            this.otpLength = of.otpLength;
            this.state = of.state;
            this.secrets = of.secrets;
            this.info = of.info;
            this.description = of.description;
            this.tokenKind = of.tokenKind;
            this.disclosures = of.disclosures;
            this.rolloutState = of.rolloutState;
            this.question = of.question;
            this.within = of.within;
            this.unique = of.unique;
            this.effects = of.effects;
            this.paused = of.paused;
        }

        private EnrolmentStep made() {
            return new EnrolmentStep(
                    secret,
                    userPin,
                    otpLength,
                    state,
                    secrets,
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
    }
}
