package org.symbolon.command.token;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.error.OutdatedException;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.port.EnrolmentChallenges;
import org.symbolon.command.token.port.UniqueValues;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrollableByLogin;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.events.shared.Secret;

/** What leads from one step of an enrolment to the next: what was gathered, challenges, and the first value. */
final class EnrolmentSteps {

    /** The parameter that names the transaction of a challenge. */
    static final String TRANSACTION = "transaction_id";

    private static final String PROMPT = "Please enter a valid OTP value of the new token.";

    private final SecretVault vault;
    private final SystemSettings settings;
    private final Randomness randomness;
    private final EnrolmentChallenges challenges;
    private final UniqueValues unique;
    private final Clock clock;

    EnrolmentSteps(
            SecretVault vault,
            SystemSettings settings,
            Randomness randomness,
            EnrolmentChallenges challenges,
            UniqueValues unique,
            Clock clock) {
        this.vault = vault;
        this.settings = settings;
        this.randomness = randomness;
        this.challenges = challenges;
        this.unique = unique;
        this.clock = clock;
    }

    /** The request, with the token as it is if it is there already; of an owner within what he may ask for. */
    EnrolmentRequest request(EnrollToken command, TokenType type, String serial, Optional<Token> token) {
        Instant now = clock.instant();
        String transaction = command.parameters().getOrDefault(TRANSACTION, "");
        Optional<OpenChallenge> challenge = transaction.isEmpty()
                ? Optional.empty()
                : token.flatMap(known -> challenges.find(transaction, known, now));
        EnrolmentRequest request = new EnrolmentRequest(
                serial,
                Optional.ofNullable(command.owner()).or(() -> token.map(Token::owner)),
                command.holder(),
                command.parameters(),
                new Circumstances(now, settings, randomness, command.terms(), command.holder()),
                token.map(known -> known.view(vault)),
                challenge,
                command.gathered());
        return command.byOwner() ? type.boundedForOwner(request) : request;
    }

    /**
     * What the type makes of this step.
     *
     * @param session of the question of a log-in that enrols the token; empty where none does
     * @throws OutdatedException if something else has to be gathered before than was
     */
    static EnrolmentStep taken(TokenType type, EnrolmentRequest request, String session) {
        Optional<Inquiry<?>> wanted = type.gather(request);
        if (wanted.isPresent() && !request.gathered().answers(wanted.get())) {
            throw new OutdatedException("The token " + request.serial() + " has changed meanwhile");
        }
        return !session.isEmpty() && type instanceof EnrollableByLogin enrollable
                ? enrollable.enrolByLogin(request).inSession(session)
                : type.enrol(request);
    }

    /** The enrolment of a token that is not good yet if it has to show a value first; a log-in asks for that itself. */
    static EnrolmentStep unverified(EnrolmentStep step, TokenType type, EnrolmentRequest request, boolean byLogin) {
        if (!(type.has(Trait.VERIFIABLE) || byLogin) || !step.rolloutState().isEmpty()) {
            return step;
        }
        EnrolmentStep unverified = step.unverified(TokenState.UNVERIFIED, PROMPT);
        if (type.has(Trait.ASKED_FIRST)) {
            Question question = first(unverified, type, request);
            return step.unverified(TokenState.UNVERIFIED, question.message()).causing(question.change(), List.of());
        }
        return type.has(Trait.SENDS) && !byLogin ? sending(unverified, type, request) : unverified;
    }

    /** The value that is to be shown is sent as any other. */
    private static EnrolmentStep sending(EnrolmentStep step, TokenType type, EnrolmentRequest request) {
        Question question = first(step, type, request);
        return step.causing(question.change(), question.effects());
    }

    private static Question first(EnrolmentStep step, TokenType type, EnrolmentRequest request) {
        Asking asking = new Asking(PROMPT, "", new HashMap<>(), request.circumstances());
        return type.ask(EnrolledInfo.view(step, request, step.secret()), asking);
    }

    /** Ends the challenge that the step has answered, and begins the one that the next step answers. */
    Enrolled goOn(EnrolmentRequest request, EnrolmentStep step, Token token) {
        request.challenge().map(OpenChallenge::transactionId).ifPresent(challenges::end);
        if (step.unique() != null) {
            unique.take(step.unique(), token);
        }
        List<Disclosure> shown = new ArrayList<>(step.disclosures());
        List<Effect> effects = new ArrayList<>(step.effects());
        Question question = step.question();
        String transactionId = null;
        if (question != null) {
            transactionId = challenges.begin(token, question);
            effects.addAll(question.effects());
            shown.add(new Disclosure.NextStep(transactionId, question.message(), question.attributes(), step.within()));
        }
        return new Enrolled(token.serial(), token.type(), shown, challenges.send(token, transactionId, effects));
    }

    /**
     * Judges the value of a token that has to show one; empty if it has not, or none is shown.
     *
     * @throws Refusal 905 if the value is wrong
     */
    Optional<Enrolled> verified(Aggregate<Token> token, TokenType type, EnrolmentRequest request) {
        String value = request.text("verify", "");
        if (value.isEmpty() || !TokenState.UNVERIFIED.equals(token.invoke(Token::rolloutState))) {
            return Optional.empty();
        }
        Judgement found =
                type.judge(request.token().orElseThrow(), Credential.of(Secret.of(value)), request.circumstances());
        if (found instanceof Judgement.Right right) {
            token.execute(it -> it.verifyEnrolment(right.change()));
            return Optional.of(new Enrolled(
                    request.serial(), type.name(), List.of(new Disclosure.RolloutState(TokenState.VERIFIED))));
        }
        throw Refusal.parameter("Verification of the new token failed.");
    }
}
