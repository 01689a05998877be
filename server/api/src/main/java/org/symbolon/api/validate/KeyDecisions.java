package org.symbolon.api.validate;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.login.BrakedLogins;
import org.symbolon.api.validate.KeyLogins.KeyHolder;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.Evidence;

/** Has it decided whether the key of a device lets its owner in. */
@Component
public class KeyDecisions {

    private static final int SERVER_FAULT = 500;

    private final KeyLogins keys;
    private final Evidence evidence;
    private final CommandDispatcher commands;
    private final AwaitedQuestions awaited;
    private final UsedTypes used;
    private final BrakedLogins braked;

    public KeyDecisions(
            KeyLogins keys,
            Evidence evidence,
            CommandDispatcher commands,
            AwaitedQuestions awaited,
            UsedTypes used,
            BrakedLogins braked) {
        this.keys = keys;
        this.evidence = evidence;
        this.commands = commands;
        this.awaited = awaited;
        this.used = used;
        this.braked = braked;
    }

    /**
     * The reply to whoever has the key.
     *
     * @throws ApiException 601 if there is no such challenge, 403 if it is another token's or has expired, 429 if he has failed too
     *     often
     */
    public Reply decide(LoginRequest login, KeyHolder holder, Function<Decision, Reply> answer) {
        return decide(login, holder, answer, UnaryOperator.identity());
    }

    /** The same, after whose commit something else is done. */
    Reply decide(
            LoginRequest login,
            KeyHolder holder,
            Function<Decision, Reply> answer,
            UnaryOperator<BiFunction<Decision, Reply, Reply>> afterwards) {
        ApiRequest request = login.request();
        holder.user()
                .ifPresent(user ->
                        request.notes().user(user.login()).realm(user.realm()).resolver(user.resolver()));
        return braked.guard(request, holder.account(), () -> judged(login, holder, answer, afterwards));
    }

    /** What is wrong with a key that a device has only made now is told to nobody. */
    private Reply judged(
            LoginRequest login,
            KeyHolder holder,
            Function<Decision, Reply> answer,
            UnaryOperator<BiFunction<Decision, Reply, Reply>> afterwards) {
        ApiRequest request = login.request();
        try {
            return commands.sendDecided(
                    request,
                    evidence.attempts(keys.subject(request, holder), keys.attempt(login)),
                    answer,
                    afterwards.apply(used.after(login, awaited.after(login, answer))));
        } catch (ApiException refusal) {
            if (keys.isNew(request) && refusal.status() < SERVER_FAULT && !request.isAudited()) {
                return answer.apply(Decision.wrongAnswer());
            }
            throw refusal;
        }
    }
}
