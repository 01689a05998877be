package org.symbolon.api.validate;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.Reply;
import org.symbolon.command.auth.Decision;

/**
 * Sees to it that who is told nothing specific does not learn either whether there is such a user or token: that becomes a log-in that
 * is refused like any other. The audit knows why.
 */
final class HiddenRefusals {

    private static final int NO_SUCH_TOKEN = 601;
    private static final int NO_SUCH_USER = 904;
    private static final int LOCKED = 1007;
    private static final Set<Integer> TELLING = Set.of(NO_SUCH_TOKEN, NO_SUCH_USER, LOCKED);

    private HiddenRefusals() {}

    /** The reply of a log-in, or the one to somebody who is wrong in its place. */
    static Reply hiding(LoginRequest login, Function<Decision, Reply> answer, Supplier<Reply> logIn) {
        try {
            return logIn.get();
        } catch (ApiException refusal) {
            boolean hidden = login.asked().terms().hidesFailures()
                    && TELLING.contains(refusal.code())
                    && !login.request().isAudited();
            if (!hidden) {
                throw refusal;
            }
            return answer.apply(Decision.refusedFor(refusal.getMessage()));
        }
    }
}
