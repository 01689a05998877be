package org.symbolon.command.support;

import java.time.Instant;
import java.util.Optional;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.port.EnrolmentChallenges;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;

/** Challenges of enrolments that ask for none. */
public final class FakeEnrolmentChallenges implements EnrolmentChallenges {

    @Override
    public Optional<OpenChallenge> find(String transactionId, Token token, Instant now) {
        return Optional.empty();
    }

    @Override
    public String begin(Token token, Question question) {
        throw new AssertionError("No challenge was expected");
    }

    @Override
    public void end(String transactionId) {
        throw new AssertionError("No challenge was expected");
    }
}
