package org.symbolon.command.challenge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.port.EnrolmentChallenges;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;

/** Keeps what one step of an enrolment asks for the next among the other challenges. */
public class ChallengesOfEnrolments implements EnrolmentChallenges {

    private final Challenges challenges;
    private final TokenQuestions questions;
    private final TransactionIds ids;

    public ChallengesOfEnrolments(Challenges challenges, TokenQuestions questions, TransactionIds ids) {
        this.challenges = challenges;
        this.questions = questions;
        this.ids = ids;
    }

    @Override
    public Optional<OpenChallenge> find(String transactionId, Token token, Instant now) {
        return challenges
                .find(transactionId)
                .flatMap(found -> found.invoke(it -> questions.open(transactionId, it, token, now)));
    }

    @Override
    public String begin(Token token, Question question) {
        String transactionId = ids.next();
        challenges.begin(transactionId, List.of(questions.begun(token, question)));
        return transactionId;
    }

    @Override
    public void end(String transactionId) {
        challenges.find(transactionId).ifPresent(found -> found.execute(ChallengeTransaction::endAll));
    }
}
