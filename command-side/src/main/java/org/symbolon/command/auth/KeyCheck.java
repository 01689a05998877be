package org.symbolon.command.auth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.auth.Decision.Ground;
import org.symbolon.command.auth.LoginSubject.ForAnybody;
import org.symbolon.command.auth.LoginSubject.Keyed;
import org.symbolon.command.auth.TriedToken.Match;
import org.symbolon.command.challenge.Challenge;
import org.symbolon.command.challenge.ChallengeTransaction;
import org.symbolon.command.challenge.Challenges;
import org.symbolon.command.challenge.TokenQuestions;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.token.Fitness;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;

/**
 * Decides about somebody whose device has answered a challenge with a key that it keeps, be it a challenge of its token or one for
 * anybody. A challenge is used up by the first right answer, on whichever node; a wrong one costs nothing, for a signature cannot be
 * guessed.
 */
final class KeyCheck {

    private static final int NOT_AUTHENTICATED = 403;

    private final OtpJudge judge;
    private final Counting counting;
    private final RevocationCommands spent;
    private final Challenges challenges;
    private final TokenQuestions questions;

    KeyCheck(
            OtpJudge judge,
            Counting counting,
            RevocationCommands spent,
            Challenges challenges,
            TokenQuestions questions) {
        this.judge = judge;
        this.counting = counting;
        this.spent = spent;
        this.challenges = challenges;
        this.questions = questions;
    }

    /**
     * The decision.
     *
     * @throws Refusal 601 if there is no such challenge or none any more, 403 if it is another token's or has expired
     */
    Judged on(LogIn command, Keyed subject, Aggregate<Token> aggregate, Instant now) {
        Token token = aggregate.invoke(found -> found);
        TriedToken tried = new TriedToken(
                aggregate, token, Match.ANSWER, command.trials().get(0).credential(), null);
        return new Judged(
                barred(token, command, now)
                        .map(refused -> refuse(tried, refused))
                        .orElseGet(() -> answered(tried, subject, command, now)),
                List.of(tried));
    }

    private Optional<Decision> barred(Token token, LogIn command, Instant now) {
        if (!judge.isByKey(token)) {
            return Optional.of(Decision.withoutKey());
        }
        if (token.owner() == null || command.owner() == null) {
            return refused("No user found for the token with the given credential ID!", Ground.WITHOUT_OWNER);
        }
        if (LastUse.refusal(command.terms().longestUnused(), token, now).isPresent()) {
            return refused("Last authentication policy check failed for token " + token.serial(), Ground.LONG_UNUSED);
        }
        return Fitness.refusalOf(token, now).flatMap(reason -> refused(reason, Ground.TOKENS));
    }

    private static Optional<Decision> refused(String message, Ground ground) {
        return Optional.of(Decision.without(message).on(ground));
    }

    /** The token keeps that it was refused, so that a node whose copy of it is stale finds that out. */
    private static Decision refuse(TriedToken tried, Decision refused) {
        tried.aggregate().execute(token -> token.refuseChallenge(refused.message()));
        return refused;
    }

    private Decision answered(TriedToken tried, Keyed subject, LogIn command, Instant now) {
        return subject.forAnybody() == null
                ? judged(tried, own(command.transactionId(), tried.token(), now), command, now)
                : judged(tried, forAnybody(command.transactionId(), subject.forAnybody(), now), command, now);
    }

    /** A challenge, and how it is used up. */
    private record Asked(OpenChallenge open, Runnable end) {}

    private Decision judged(TriedToken tried, Asked asked, LogIn command, Instant now) {
        Token token = tried.token();
        Credential credential = tried.typed().answering(asked.open());
        if (!(judge.judge(token, credential, command, now) instanceof Judgement.Right right)) {
            return refuse(tried, Decision.wrongAnswer());
        }
        asked.end().run();
        counting.accept(tried, right);
        return accepted(token);
    }

    static Decision accepted(Token token) {
        return new Decision(true, "Found matching challenge", token.serial(), null, null).on(Ground.KEY);
    }

    private Asked own(String transactionId, Token token, Instant now) {
        Aggregate<ChallengeTransaction> transaction =
                challenges.find(transactionId).orElseThrow(() -> notFound(transactionId));
        List<String> serials = transaction.invoke(found -> List.copyOf(found.serials()));
        if (serials.isEmpty()) {
            throw notFound(transactionId);
        }
        Challenge challenge = transaction
                .invoke(found -> found.challengeOf(token.serial()))
                .filter(found -> found.isOf(token.tokenId()))
                .filter(found -> !found.asked().challenge().equals(OwnQuestions.PIN_RESET))
                .orElseThrow(() -> Refusal.of(
                        NOT_AUTHENTICATED,
                        "The challenge " + transactionId + " is not meant for the token " + token.serial() + "."));
        if (!challenge.isValidAt(now)) {
            throw timedOut(transactionId);
        }
        return new Asked(
                questions.open(transactionId, challenge), () -> transaction.execute(ChallengeTransaction::endAll));
    }

    /** It says itself until when it can be answered. */
    private Asked forAnybody(String transactionId, ForAnybody asked, Instant now) {
        if (!now.isBefore(asked.expires())) {
            throw timedOut(transactionId);
        }
        OpenChallenge open =
                new OpenChallenge(transactionId, asked.challenge(), asked.remembered(), Optional.empty(), "", false);
        return new Asked(open, () -> {
            if (!spend(asked)) {
                throw notFound(transactionId);
            }
        });
    }

    private boolean spend(ForAnybody asked) {
        try {
            return spent.handle(new RevokeLogin(asked.challenge(), asked.expires()));
        } catch (RuntimeException known) {
            throw known;
        } catch (Exception unexpected) {
            throw new IllegalStateException("A challenge could not be used", unexpected);
        }
    }

    private static Refusal notFound(String transactionId) {
        return Refusal.notFound("Challenge with transaction_id " + transactionId + " not found.");
    }

    private static Refusal timedOut(String transactionId) {
        return Refusal.of(NOT_AUTHENTICATED, "The challenge " + transactionId + " has timed out.");
    }
}
