package org.symbolon.api.validate;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.AwaitedEffects;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Reply;
import org.symbolon.command.auth.Asked;
import org.symbolon.command.auth.Asked.Question;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.challenge.EndChallenge;

/**
 * Sees to it that nobody is asked what he cannot answer: a question of which something did not reach him is taken back, and people
 * are told so in its place.
 */
@Component
public class AwaitedQuestions {

    private static final Logger LOG = LoggerFactory.getLogger(AwaitedQuestions.class);

    private final AwaitedEffects effects;
    private final CommandDispatcher commands;

    public AwaitedQuestions(AwaitedEffects effects, CommandDispatcher commands) {
        this.effects = effects;
        this.commands = commands;
    }

    /**
     * What becomes of the reply to a decision after its commit: where not all that was asked can be answered, it is the one to what is left.
     * It ends in an error (-500) in place of that where the request wants it so.
     *
     * @param answer makes the reply to a decision
     */
    public BiFunction<Decision, Reply, Reply> after(LoginRequest login, Function<Decision, Reply> answer) {
        return (decision, reply) -> decision.isAwaiting() ? settled(login, decision, reply, answer) : reply;
    }

    private Reply settled(LoginRequest login, Decision decision, Reply reply, Function<Decision, Reply> answer) {
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
        AwaitedEffects.Wait wait = effects.begin();
        return asked.questions().stream()
                .filter(question -> !wait.sees(question.awaited()))
                .toList();
    }

    private void takeBack(ApiRequest request, String transactionId, Question question) {
        try {
            commands.sendQuietly(request, new EndChallenge(transactionId, question.serial()));
        } catch (ApiException ended) {
            LOG.debug("A challenge that nobody can answer has ended already: {}", ended.getMessage());
        }
    }
}
