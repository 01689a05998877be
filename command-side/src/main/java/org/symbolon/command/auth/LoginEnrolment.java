package org.symbolon.command.auth;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.auth.Decision.Ground;
import org.symbolon.command.auth.LoginSubject.Declining;
import org.symbolon.command.auth.LoginSubject.Keyed;
import org.symbolon.command.auth.TriedToken.Match;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.command.challenge.Challenge;
import org.symbolon.command.challenge.ChallengeTransaction;
import org.symbolon.command.challenge.Challenges;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.effect.Effects;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.AwaitedToken;
import org.symbolon.command.token.EnrollToken;
import org.symbolon.command.token.Enrolled;
import org.symbolon.command.token.EnrolmentCommands;
import org.symbolon.command.token.Fitness;
import org.symbolon.command.token.Room;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.token.port.TokenCensus;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure.NextStep;
import org.symbolon.command.tokentype.EnrollableByLogin;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.StateChange;

/**
 * Enrols a token in the transaction of a log-in that was right, and asks for its first value. Until that comes the token is
 * good for nothing; another log-in enrols the same token anew, with a seed of its own, so that there is never more than one
 * and nobody's code is worth anything once somebody else's was answered.
 */
public class LoginEnrolment {

    private final TokenCensus census;
    private final CandidateTokens candidates;
    private final EnrolmentCommands enrolments;
    private final Tokens tokens;
    private final TokenTypes types;
    private final Challenges challenges;
    private final Questioning questioning;
    private final Counting counting;
    private final SecretVault vault;
    private final Clock clock;

    public LoginEnrolment(
            TokenCensus census,
            CandidateTokens candidates,
            EnrolmentCommands enrolments,
            Tokens tokens,
            TokenTypes types,
            SystemSettings settings,
            SecretVault vault,
            Challenges challenges,
            Effects effects,
            Randomness randomness,
            Clock clock) {
        this.census = census;
        this.candidates = candidates;
        this.enrolments = enrolments;
        this.tokens = tokens;
        this.challenges = challenges;
        this.questioning = new Questioning(challenges, types, settings, vault, effects, randomness);
        this.counting = new Counting(settings);
        this.types = types;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * The decision about somebody who is right, with the token that he has to answer with first, unless meanwhile he has another
     * one of the type, or there are too many tokens already.
     *
     * @throws StaleEvidenceException if somebody else has enrolled one meanwhile that is not answered either
     */
    Decision enrol(OwedToken owed, Decision decision) {
        census.reserve(owed.places());
        List<Candidate> known = candidates.ofOwner(owed.owner());
        if (OwedTokens.areMet(owed.type(), known)) {
            return decision;
        }
        String waiting = OwedTokens.waiting(known, owed.type());
        if (!Objects.equals(waiting, owed.waiting())) {
            throw StaleEvidenceException.ofUser();
        }
        boolean isFull = waiting == null && Room.refusal(owed.limits(), census).isPresent();
        return isFull ? decision : decision.enrolling(asked(owed, enrolled(owed.enrolment())));
    }

    private Enrolled enrolled(EnrollToken enrolment) {
        try {
            return enrolments.handle(enrolment);
        } catch (RuntimeException known) {
            throw known;
        } catch (Exception unexpected) {
            throw new IllegalStateException("A token could not be enrolled", unexpected);
        }
    }

    /**
     * The token that a log-in has enrolled, of which a device has made the key now.
     *
     * @throws Refusal if there is no such token, or the key may not be believed
     */
    Judged finish(LogIn login, Keyed subject) {
        Aggregate<Token> aggregate = tokens.load(subject.serial());
        Token token = aggregate.invoke(found -> found);
        boolean mayBe = isAwaitedBy(subject.owner(), token)
                && Fitness.refusalBesideEnrolment(token, clock.instant()).isEmpty();
        if (!mayBe) {
            throw Refusal.tokenNotFound();
        }
        Credential credential = login.trials().get(0).credential();
        enrolled(lastStep(token, login.transactionId(), credential));
        aggregate.execute(AwaitedToken::finish);
        TriedToken tried = new TriedToken(aggregate, token, Match.ANSWER, credential, null);
        counting.accept(tried, new Judgement.Right(StateChange.NONE));
        return new Judged(KeyCheck.accepted(token), List.of(tried));
    }

    /**
     * Ends what was asked of somebody who may do without the token, and removes the token. Whoever answers at the same time meets a
     * conflict, so that one of both counts.
     */
    Decision cancel(LogIn login, Declining subject) {
        Optional<Aggregate<Token>> token =
                tokens.find(subject.serial()).filter(found -> isAwaitedBy(subject.owner(), found.invoke(it -> it)));
        Optional<Aggregate<ChallengeTransaction>> transaction = challenges.find(login.transactionId());
        if (token.isEmpty() || transaction.isEmpty()) {
            return Decision.notCancelled();
        }
        int tokenId = token.get().<Integer>invoke(Token::tokenId);
        if (!transaction.get().<Boolean>invoke(asked -> mayDoWithout(asked, subject.serial(), tokenId))) {
            token.get()
                    .execute(found ->
                            found.refuseChallenge(Decision.notCancelled().message()));
            return Decision.notCancelled();
        }
        transaction.get().execute(ChallengeTransaction::endAll);
        tokens.delete(token.get(), vault);
        return Decision.accepting("Cancelled enrollment via multichallenge", Ground.WITHOUT_ENROLMENT)
                .remarking("removed " + subject.serial());
    }

    private boolean isAwaitedBy(TokenOwner owner, Token token) {
        return token.isAwaited() && token.owner() != null && token.owner().equals(owner);
    }

    private boolean mayDoWithout(ChallengeTransaction asked, String serial, int tokenId) {
        return asked.serials().size() == 1
                && asked.challengeOf(serial)
                        .filter(challenge -> challenge.isOf(tokenId) && challenge.isValidAt(clock.instant()))
                        .filter(Challenge::isOfOptionalEnrolment)
                        .isPresent();
    }

    private static EnrollToken lastStep(Token token, String transactionId, Credential credential) {
        Map<String, String> parameters = new HashMap<>(credential.fields());
        parameters.put("type", token.type());
        parameters.put("serial", token.serial());
        parameters.put("transaction_id", transactionId);
        return new EnrollToken(parameters, Map.of(), null, token.owner(), Holder.NOBODY, null);
    }

    /** What has still to be done is the question of the type itself, or else the one for the first value. */
    private EnrolledByLogin asked(OwedToken owed, Enrolled enrolled) {
        return enrolled.disclosures().stream()
                .filter(NextStep.class::isInstance)
                .findFirst()
                .map(step -> byNextStep(owed, enrolled, (NextStep) step))
                .orElseGet(() -> byFirstValue(owed, enrolled));
    }

    private EnrolledByLogin byNextStep(OwedToken owed, Enrolled enrolled, NextStep step) {
        TokenType type = types.require(enrolled.type());
        Optional<Secret> shown = type instanceof EnrollableByLogin enrollable
                ? enrollable.shown(enrolled.disclosures())
                : Optional.empty();
        String text = shown.isPresent() ? Objects.requireNonNullElse(owed.text(), step.message()) : step.message();
        Asked.Question question = Asked.Question.ofEnrolment(
                enrolled.serial(), enrolled.type(), type.describe().clientMode(), text, step.attributes());
        Asked asked = new Asked(step.transactionId(), List.of(question), List.of(text));
        return new EnrolledByLogin(asked, shown.orElse(null), owed.optional());
    }

    /** The challenge keeps the seed that is shown, sealed for itself, for the next log-in changes that of the token. */
    private EnrolledByLogin byFirstValue(OwedToken owed, Enrolled enrolled) {
        Aggregate<Token> token = tokens.load(enrolled.serial());
        EnrollableByLogin type = (EnrollableByLogin) types.require(enrolled.type());
        Secret seed = token.invoke(found -> found.view(vault).secret());
        String text = Objects.requireNonNullElseGet(owed.text(), type::prompt);
        Question question = questioning.own().enrolment(text, owed.optional());
        Asked asked = questioning.askAbout(question, token, seed, clock.instant());
        return new EnrolledByLogin(asked, type.shown(enrolled.disclosures()).orElse(null), owed.optional());
    }
}
