package org.symbolon.command.tokentype.pushed;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Confirmation;
import org.symbolon.command.tokentype.Confirmation.Outcome;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrollableByLogin;
import org.symbolon.command.tokentype.EnrollingEndpoint;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.TypeCall;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.TypeReply;

/**
 * What telephones say: they finish an enrolment, ask for open challenges, answer them, and tell by which token Firebase reaches them from
 * now on. Each proves itself by a signature, and learns nothing of why it is not believed.
 */
final class PhoneEndpoint implements EnrollingEndpoint {

    private static final String SERIAL = "serial";
    private static final String TIMESTAMP = "timestamp";
    private static final String NEW_TOKEN = "new_fb_token";
    private static final String GET = "GET";

    private static final int GENERAL = 10;
    private static final int POLICY = 303;
    private static final Duration WHEN_ASKING = Duration.ofMinutes(1);
    private static final Duration WHEN_TELLING = Duration.ofMinutes(5);

    /** Each is signed for the telephone, which takes a while, and nobody answers more. */
    private static final int MOST_SHOWN = 50;

    private static final List<TypeParameter> PARAMETERS = List.of(
            TypeParameter.text(SERIAL, "The token of the telephone."),
            TypeParameter.text(Enrolling.KEY, "The telephone's key, to finish an enrolment."),
            TypeParameter.text(Enrolling.FIREBASE_TOKEN, "By which the telephone is reached, to finish an enrolment."),
            TypeParameter.secret(Enrolling.CREDENTIAL, "What the enrolment has shown to the telephone."),
            TypeParameter.text(PhoneAnswer.NONCE, "The challenge that is answered."),
            TypeParameter.flag(PhoneAnswer.DECLINE, "Whether the answer is a no.")
                    .or(false),
            TypeParameter.text(PhoneAnswer.REASON, "Why it is: `cancelled` where it was the user himself."),
            TypeParameter.text(PresenceTerms.ANSWER, "What was chosen on the telephone."),
            TypeParameter.text(NEW_TOKEN, "By which the telephone is reached from now on."),
            TypeParameter.text(TIMESTAMP, "When the telephone says so, by ISO 8601."),
            TypeParameter.text(PhoneAnswer.SIGNATURE, "The telephone's signature of what it says."));

    private final PushedActions actions;

    PhoneEndpoint(PushedActions actions) {
        this.actions = actions;
    }

    @Override
    public List<TypeParameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public Optional<String> serial(TypeCall call) {
        return call.text(SERIAL);
    }

    @Override
    public Optional<Map<String, String>> step(TypeCall call) {
        if (call.method().equals(GET) || !has(call, SERIAL, Enrolling.KEY, Enrolling.FIREBASE_TOKEN)) {
            return Optional.empty();
        }
        Map<String, String> sent = new HashMap<>(call.parameters());
        sent.keySet().retainAll(Set.of(SERIAL, Enrolling.KEY, Enrolling.FIREBASE_TOKEN, Enrolling.CREDENTIAL));
        return Optional.of(sent);
    }

    @Override
    public boolean isAwaited(OpenChallenge challenge, TypeCall call) {
        return EnrollableByLogin.isAsked(challenge)
                && challenge
                        .challenge()
                        .equals(PushedState.digest(
                                call.text(Enrolling.CREDENTIAL).orElse("")));
    }

    @Override
    public Refusal nothingWaits() {
        return Enrolling.nothingWaits();
    }

    @Override
    public TypeReply done(String serial, List<Disclosure> shown) {
        Map<String, Object> told = new HashMap<>(Map.of(SERIAL, serial));
        for (Disclosure disclosure : shown) {
            if (disclosure instanceof Disclosure.Details details) {
                told.putAll(details.detail());
            }
            if (disclosure instanceof Disclosure.RolloutState state) {
                told.put("rollout_state", state.state());
            }
        }
        return TypeReply.of(true).telling(told);
    }

    @Override
    public TypeReply answer(TypeCall call, Optional<Subject> subject, Circumstances now) {
        if (call.method().equals(GET)) {
            return open(call, subject, now);
        }
        if (has(call, SERIAL, PhoneAnswer.NONCE, PhoneAnswer.SIGNATURE)) {
            return answered(subject);
        }
        if (has(call, SERIAL, NEW_TOKEN, TIMESTAMP, PhoneAnswer.SIGNATURE)) {
            return reachedBy(call, subject, now);
        }
        throw Refusal.parameter("Missing parameters!");
    }

    private static boolean has(TypeCall call, String... names) {
        return List.of(names).stream().allMatch(name -> call.text(name).isPresent());
    }

    private static TypeReply answered(Optional<Subject> subject) {
        Optional<Confirmation> confirmed = subject.flatMap(Subject::confirmed);
        boolean heard =
                confirmed.filter(found -> found.outcome() != Outcome.WRONG).isPresent();
        return TypeReply.of(heard).telling(confirmed.map(Confirmation::told).orElse(Map.of()));
    }

    private TypeReply open(TypeCall call, Optional<Subject> subject, Circumstances now) {
        if (!has(call, SERIAL, TIMESTAMP, PhoneAnswer.SIGNATURE)) {
            throw Refusal.parameter("Missing parameters!");
        }
        PushedState state =
                believed(call, subject, now, WHEN_ASKING, call.text(SERIAL).orElseThrow());
        PushedTerms terms = new PushedTerms(actions, now.terms());
        if (!terms.allowPolling(state.token())) {
            throw Refusal.of(POLICY, "Polling not allowed!");
        }
        if (terms.registrationUrl().isEmpty()) {
            throw unbelieved();
        }
        PhoneMessages messages = new PhoneMessages(state, terms);
        return TypeReply.of(subject.orElseThrow().open().stream()
                .filter(challenge -> challenge.isUndecided() && !EnrollableByLogin.isAsked(challenge))
                .filter(challenge -> !state.hasConfirmed(challenge.challenge()))
                .limit(MOST_SHOWN)
                .flatMap(challenge -> messages.about(challenge.challenge(), Confirming.of(challenge)).stream())
                .toList());
    }

    private TypeReply reachedBy(TypeCall call, Optional<Subject> subject, Circumstances now) {
        String token = call.text(NEW_TOKEN).orElseThrow();
        PushedState state = believed(
                call,
                subject,
                now,
                WHEN_TELLING,
                token + "|" + call.text(SERIAL).orElseThrow());
        Limits.check(NEW_TOKEN, token, Enrolling.LONGEST_FIREBASE_TOKEN);
        TypeReply done = TypeReply.of(true);
        return state.firebaseToken().equals(token) ? done : done.changing(PushedState.reachedBy(token));
    }

    /** The token of a telephone that has signed this and the time, lately. */
    private PushedState believed(
            TypeCall call, Optional<Subject> subject, Circumstances now, Duration tolerance, String said) {
        PhoneTime time =
                PhoneTime.near(now.now(), tolerance, call.text(TIMESTAMP).orElseThrow());
        String signature = call.text(PhoneAnswer.SIGNATURE).orElseThrow();
        return subject.map(found -> new PushedState(actions, found.token()))
                .filter(state -> state.phoneKey()
                        .filter(key -> key.hasSigned(said + "|" + time.text(), signature))
                        .isPresent())
                .orElseThrow(PhoneEndpoint::unbelieved);
    }

    private static Refusal unbelieved() {
        return Refusal.of(GENERAL, "Could not verify signature!");
    }
}
