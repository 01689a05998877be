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
import org.symbolon.api.kernel.Refusals;
import org.symbolon.api.kernel.Reply;
import org.symbolon.command.auth.Asked;
import org.symbolon.command.auth.Asked.Question;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.challenge.EndChallenge;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.ClientMode;

/**
 * Sees to it that nobody is asked what he cannot answer: a question of which something did not reach him is taken back, and people
 * are told so in its place.
 */
@Component
public class AwaitedQuestions {

    private static final Logger LOG = LoggerFactory.getLogger(AwaitedQuestions.class);

    private static final int NOT_SENT = 401;

    private final AwaitedEffects effects;
    private final CommandDispatcher commands;

    public AwaitedQuestions(AwaitedEffects effects, CommandDispatcher commands) {
        this.effects = effects;
        this.commands = commands;
    }

    /**
     * What becomes of the reply to a decision after its commit: where not all that was asked can be answered, it is the one to what is left.
     * It ends in an error (-500, or 401 where telephones are concerned) in place of that where the request wants it so.
     *
     * @param answer makes the reply to a decision
     */
    public BiFunction<Decision, Reply, Reply> after(LoginRequest login, Function<Decision, Reply> answer) {
        return (decision, reply) -> isDue(decision) ? settled(login, decision, reply, answer) : reply;
    }

    /** A log-in that itself waits for an answer asks nobody to give one. */
    private static boolean isDue(Decision decision) {
        return decision.isAwaiting() && decision.patience() == 0;
    }

    private Reply settled(LoginRequest login, Decision decision, Reply reply, Function<Decision, Reply> answer) {
        Asked asked = decision.asked();
        List<Question> failed = failed(asked);
        if (failed.isEmpty()) {
            return reply;
        }
        failed.stream()
                .filter(question -> !question.stays())
                .forEach(question -> takeBack(login.request(), asked.transactionId(), question));
        if (login.parameters().flag("exception")) {
            throw fault(failed);
        }
        return answer.apply(decision.leaving(asked.failing(failed)));
    }

    /** Of what reaches telephones by way of others eduMFA says that it is no fault of its own. */
    private static ApiException fault(List<Question> failed) {
        return failed.stream().allMatch(question -> question.stays() || question.clientMode() == ClientMode.POLL)
                ? Refusals.onTheWire(Refusal.of(NOT_SENT, "Failed to submit message to Firebase service."))
                : ApiException.internal();
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
