package org.symbolon.command.support;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.port.EnrolmentChallenges;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;

/** Challenges of enrolments that ask for none; what is sent is kept. */
public final class FakeEnrolmentChallenges implements EnrolmentChallenges {

    private final List<Effect> sent = new ArrayList<>();

    /** What was sent so far. */
    public List<Effect> sent() {
        return sent;
    }

    @Override
    public List<String> send(Token token, String transactionId, List<Effect> effects) {
        sent.addAll(effects);
        return effects.stream().map(Effect::kind).toList();
    }

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
