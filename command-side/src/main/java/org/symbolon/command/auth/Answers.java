package org.symbolon.command.auth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.challenge.Challenge;
import org.symbolon.command.challenge.ChallengeTransaction;
import org.symbolon.command.challenge.TokenQuestions;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.token.AwaitedToken;
import org.symbolon.command.token.FailCounter;
import org.symbolon.command.token.Fitness;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.OtpRejected.Reason;

/**
 * Decides about an answer to a challenge. The transaction gets its fact as the tokens do, so that a right answer counts once
 * on whichever node it comes.
 */
final class Answers {

    private final OtpJudge judge;
    private final Counting counting;
    private final TokenQuestions questions;
    private final Questioning questioning;
    private final SingleUse singleUse;
    private final SecretVault vault;

    Answers(
            OtpJudge judge,
            Counting counting,
            TokenQuestions questions,
            Questioning questioning,
            SingleUse singleUse,
            SecretVault vault) {
        this.singleUse = singleUse;
        this.vault = vault;
        this.judge = judge;
        this.counting = counting;
        this.questions = questions;
        this.questioning = questioning;
    }

    /** The first token whose value it is decides. */
    Decision on(List<TriedToken> asked, Aggregate<ChallengeTransaction> transaction, LogIn command, Instant now) {
        List<Judgement> wrong = new ArrayList<>();
        for (TriedToken tried : asked) {
            Judgement found = judged(tried, transaction, command, now);
            if (found instanceof Judgement.Right right) {
                return refusalOf(tried.token(), now)
                        .map(refusal -> refused(asked, tried, right, refusal, transaction))
                        .orElseGet(() -> LastUse.refusal(command.terms().longestUnused(), tried.token(), now)
                                .map(refusal -> unused(tried, right, refusal, transaction))
                                .orElseGet(() -> answered(tried, right, transaction, command, now)));
            }
            if (found instanceof Judgement.NeedsMore more) {
                return onMore(tried, more, transaction, now);
            }
            wrong.add(found);
        }
        for (int number = 0; number < asked.size(); number++) {
            reject(asked.get(number), wrong.get(number), transaction);
        }
        return onWrong(asked, wrong);
    }

    /**
     * Where nobody has answered yet by the other way, or has said no there, nothing was guessed that would have to be counted. The
     * transaction has its fact all the same: the answer may just have come to another node.
     */
    private void reject(TriedToken tried, Judgement found, Aggregate<ChallengeTransaction> transaction) {
        if (found instanceof Judgement.Unanswered || found instanceof Judgement.Declined) {
            counting.reject(tried, Reason.WRONG_OTP, tried.token().failCount(), 0, found.change());
        } else {
            counting.rejectValue(tried, found, 0);
        }
        transaction.execute(it -> it.answerWrongly(tried.token().serial()));
    }

    private Judgement judged(
            TriedToken tried, Aggregate<ChallengeTransaction> transaction, LogIn command, Instant now) {
        Token token = tried.token();
        Credential credential = credential(tried, transaction);
        return token.isAwaited()
                ? judge.judgeWith(shown(tried, transaction), token, credential, command, now)
                : judge.judge(token, credential, command, now);
    }

    /** What was answered is right as far as it goes: this transaction ends, and another begins. */
    private Decision onMore(
            TriedToken tried, Judgement.NeedsMore more, Aggregate<ChallengeTransaction> transaction, Instant now) {
        Optional<String> refusal = refusalOf(tried.token(), now);
        if (refusal.isPresent()) {
            return refused(List.of(tried), tried, new Judgement.Right(more.change()), refusal.get(), transaction);
        }
        Secret shown = tried.token().isAwaited() ? shown(tried, transaction) : null;
        transaction.execute(ChallengeTransaction::endAll);
        return Decision.asking(questioning.askMore(more, tried.aggregate(), shown, now));
    }

    /** What was typed, with what has become of the challenge that the token was asked while the log-in waited. */
    Credential heard(
            Credential typed, Token token, Optional<Aggregate<ChallengeTransaction>> transaction, Instant now) {
        return transaction
                .flatMap(found -> found.invoke(it -> questions.open(it.transactionId(), it, token, now)))
                .map(typed::answering)
                .orElse(typed);
    }

    private Credential credential(TriedToken tried, Aggregate<ChallengeTransaction> transaction) {
        Challenge challenge = transaction.invoke(
                found -> found.challengeOf(tried.token().serial()).orElseThrow());
        String transactionId = transaction.invoke(ChallengeTransaction::transactionId);
        return tried.typed().answering(questions.open(transactionId, challenge));
    }

    /** The seed of a token that the log-in enrols is the one that was shown with this question. */
    private Secret shown(TriedToken tried, Aggregate<ChallengeTransaction> transaction) {
        String serial = tried.token().serial();
        return transaction
                .invoke(found -> questions.remembered(
                        found.transactionId(),
                        found.challengeOf(serial).orElseThrow().asked()))
                .orElseThrow();
    }

    private static Optional<String> refusalOf(Token token, Instant now) {
        return token.isAwaited() ? Fitness.refusalBesideEnrolment(token, now) : Fitness.refusalOf(token, now);
    }

    /** Whoever can log in by challenges alone is asked for a new PIN here, or he never would be. */
    private Decision answered(
            TriedToken tried,
            Judgement.Right right,
            Aggregate<ChallengeTransaction> transaction,
            LogIn command,
            Instant now) {
        boolean asksForPin = command.terms().newPins() != null
                && ChangeDates.of(tried.token(), now).pinIsDue()
                && judge.isByChallengeAlone(tried.token());
        Decision accepted = accepted(tried, right, transaction);
        return asksForPin
                ? Decision.asking(questioning.askAbout(questioning.own().newPin(), tried.aggregate(), null, now))
                : accepted;
    }

    private Decision accepted(TriedToken tried, Judgement.Right right, Aggregate<ChallengeTransaction> transaction) {
        boolean awaited = tried.token().isAwaited();
        if (awaited) {
            Secret shown = shown(tried, transaction);
            tried.aggregate().execute(token -> AwaitedToken.takeSeed(token, shown, vault));
        }
        counting.accept(tried, right);
        if (right.causes()) {
            questioning.cause(right, tried.token());
        }
        if (awaited) {
            tried.aggregate().execute(AwaitedToken::finish);
        }
        transaction.execute(ChallengeTransaction::endAll);
        singleUse.end(tried.aggregate());
        return new Decision(true, "Found matching challenge", tried.token().serial(), null, null).telling(right.told());
    }

    private static Decision unused(
            TriedToken tried, Judgement.Right right, String refusal, Aggregate<ChallengeTransaction> transaction) {
        tried.aggregate().execute(token -> token.consume(right.change(), refusal));
        transaction.execute(ChallengeTransaction::endAll);
        return new Decision(false, refusal, tried.token().serial(), null, null);
    }

    /** The right answer of an unfit token is used up, and counts as a failure of all that were asked. */
    private static Decision refused(
            List<TriedToken> asked,
            TriedToken tried,
            Judgement.Right right,
            String refusal,
            Aggregate<ChallengeTransaction> transaction) {
        String serial = tried.token().serial();
        tried.aggregate().execute(token -> token.consume(right.change(), refusal));
        asked.forEach(one -> one.aggregate().execute(FailCounter::raise));
        transaction.execute(found -> found.end(serial));
        String message = "Challenge matches, but token is not fit for challenge. " + refusal;
        return new Decision(false, message, serial, null, null);
    }

    private static Decision onWrong(List<TriedToken> asked, List<Judgement> wrong) {
        Decision decision = refused(asked);
        for (Judgement found : wrong) {
            decision = decision.asFound(found);
        }
        return decision;
    }

    private static Decision refused(List<TriedToken> asked) {
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
                .filter(challenge -> !challenge.asked().challenge().equals(OwnQuestions.PIN_RESET))
                .filter(challenge -> challenge.isOfEnrolment() == tried.token().isAwaited())
                .isPresent();
    }
}
