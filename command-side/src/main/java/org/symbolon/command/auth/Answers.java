package org.symbolon.command.auth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.challenge.ChallengeTransaction;
import org.symbolon.command.token.AwaitedToken;
import org.symbolon.command.token.FailCounter;
import org.symbolon.command.token.Fitness;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokentype.Verification;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.shared.Sealed;

/**
 * Decides about an answer to a challenge. The transaction gets its fact as the tokens do, so that a right answer counts once
 * on whichever node it comes.
 */
final class Answers {

    private final OtpJudge judge;
    private final Counting counting;

    Answers(OtpJudge judge, Counting counting) {
        this.judge = judge;
        this.counting = counting;
    }

    /** The first token whose value it is decides. */
    Decision on(List<TriedToken> asked, Aggregate<ChallengeTransaction> transaction, LoginTerms terms, Instant now) {
        List<Verification> wrong = new ArrayList<>();
        for (TriedToken tried : asked) {
            Verification found = judge.judge(tried.token(), seed(tried, transaction), tried.typed(), now);
            if (found instanceof Verification.Right right) {
                return refusalOf(tried.token(), now)
                        .map(refusal -> refused(asked, tried, right, refusal, transaction))
                        .orElseGet(() -> LastUse.refusal(terms.longestUnused(), tried.token(), now)
                                .map(refusal -> unused(tried, right, refusal, transaction))
                                .orElseGet(() -> accepted(tried, right, transaction)));
            }
            wrong.add(found);
        }
        for (int number = 0; number < asked.size(); number++) {
            TriedToken tried = asked.get(number);
            counting.rejectValue(tried, wrong.get(number), 0);
            transaction.execute(found -> found.answerWrongly(tried.token().serial()));
        }
        return onWrong(asked);
    }

    /** That of a token that the log-in enrols is the one that was shown with this question. */
    private static Sealed seed(TriedToken tried, Aggregate<ChallengeTransaction> transaction) {
        if (!tried.token().isAwaited()) {
            return tried.token().seed();
        }
        String serial = tried.token().serial();
        return transaction
                .invoke(found -> found.challengeOf(serial).orElseThrow())
                .asked()
                .secretData();
    }

    private static Optional<String> refusalOf(Token token, Instant now) {
        return token.isAwaited() ? Fitness.refusalBesideEnrolment(token, now) : Fitness.refusalOf(token, now);
    }

    private Decision accepted(TriedToken tried, Verification.Right right, Aggregate<ChallengeTransaction> transaction) {
        boolean awaited = tried.token().isAwaited();
        if (awaited) {
            Sealed shown = seed(tried, transaction);
            tried.aggregate().execute(token -> AwaitedToken.takeSeed(token, shown));
        }
        counting.accept(tried, right);
        if (awaited) {
            tried.aggregate().execute(AwaitedToken::finish);
        }
        transaction.execute(ChallengeTransaction::endAll);
        return new Decision(true, "Found matching challenge", tried.token().serial(), null, null);
    }

    private static Decision unused(
            TriedToken tried, Verification.Right right, String refusal, Aggregate<ChallengeTransaction> transaction) {
        tried.aggregate().execute(token -> token.consume(right, refusal));
        transaction.execute(ChallengeTransaction::endAll);
        return new Decision(false, refusal, tried.token().serial(), null, null);
    }

    /** The right answer of an unfit token is used up, and counts as a failure of all that were asked. */
    private static Decision refused(
            List<TriedToken> asked,
            TriedToken tried,
            Verification.Right right,
            String refusal,
            Aggregate<ChallengeTransaction> transaction) {
        String serial = tried.token().serial();
        tried.aggregate().execute(token -> token.consume(right, refusal));
        asked.forEach(one -> one.aggregate().execute(FailCounter::raise));
        transaction.execute(found -> found.end(serial));
        String message = "Challenge matches, but token is not fit for challenge. " + refusal;
        return new Decision(false, message, serial, null, null);
    }

    private static Decision onWrong(List<TriedToken> asked) {
        if (asked.size() > 1) {
            return Decision.without("Response did not match for " + asked.size() + " tokens.");
        }
        TriedToken only = asked.get(0);
        return new Decision(
                false,
                "Response did not match the challenge.",
                only.token().serial(),
                only.token().type(),
                null);
    }

    /** Whether the transaction has a challenge of this token that its value can answer now. */
    static boolean isAsked(TriedToken tried, Optional<Aggregate<ChallengeTransaction>> transaction, Instant now) {
        return transaction
                .flatMap(
                        found -> found.invoke(it -> it.challengeOf(tried.token().serial())))
                .filter(challenge -> challenge.isOf(tried.token().tokenId()) && challenge.isValidAt(now))
                .filter(challenge -> !challenge.asked().challenge().equals(Questioning.PIN_RESET))
                .filter(challenge -> challenge.isOfEnrolment() == tried.token().isAwaited())
                .isPresent();
    }
}
