package org.symbolon.server.http.validate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.command.auth.Asked;
import org.symbolon.command.auth.Asked.Question;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.challenge.EndChallenge;
import org.symbolon.reactions.effect.EffectOutcome;
import org.symbolon.reactions.effect.EffectOutcomes;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.http.Reply;

/**
 * Waits, after the commit and without a database connection, for what must reach somebody so that he can answer at all. A question
 * of which it failed is taken back, and people are told so in its place.
 */
public class AwaitedQuestions {

    private static final Logger LOG = LoggerFactory.getLogger(AwaitedQuestions.class);

    private final EffectOutcomes outcomes;
    private final CommandDispatcher commands;
    private final Duration patience;

    public AwaitedQuestions(EffectOutcomes outcomes, CommandDispatcher commands, Duration patience) {
        this.outcomes = outcomes;
        this.commands = commands;
        this.patience = patience;
    }

    /**
     * The reply to a decision that awaits something: the one that was made of it, or another where not all that was asked can be
     * answered.
     *
     * @throws ApiException -500 in place of that, where the request wants it so
     */
    public Reply settled(LoginRequest login, Decision decision, Reply reply, Function<Decision, Reply> answer) {
        Asked asked = decision.asked();
        List<Question> failed = failed(asked);
        if (failed.isEmpty()) {
            return reply;
        }
        failed.forEach(question -> takeBack(login.request(), asked.transactionId(), question));
        if (login.parameters().flag("exception")) {
            throw ApiException.internal();
        }
        return answer.apply(decision.leaving(asked.without(failed)));
    }

    /** All of them together may take as long as one. */
    private List<Question> failed(Asked asked) {
        long end = System.nanoTime() + patience.toNanos();
        List<Question> failed = new ArrayList<>();
        for (Question question : asked.questions()) {
            boolean reached = true;
            for (String effectId : question.awaited()) {
                Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
                reached &= outcomes.await(effectId, left) instanceof EffectOutcome.CarriedOut;
            }
            if (!reached) {
                failed.add(question);
            }
        }
        return failed;
    }

    private void takeBack(ApiRequest request, String transactionId, Question question) {
        try {
            commands.sendQuietly(request, new EndChallenge(transactionId, question.serial()));
        } catch (ApiException ended) {
            LOG.debug("A challenge that nobody can answer has ended already: {}", ended.getMessage());
        }
    }
}
