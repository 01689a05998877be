package org.symbolon.server.policy;

import java.util.List;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Reply;
import org.symbolon.server.policy.action.Action;

/**
 * What policies say about a handler's reply.
 *
 * @param name how the list of what acts on an endpoint calls it
 * @param asks the actions that it asks policies about
 */
public record PostPolicy(String name, Step step, List<Action> asks) {

    /** Does it. It runs in the transaction of what the handler did, so it must not wait for anything outside. */
    @FunctionalInterface
    public interface Step {

        /**
         * The reply as the policies want it.
         *
         * @throws ApiException if they forbid to answer so; what has happened has happened
         */
        Reply after(ApiRequest request, Reply reply);
    }

    public static PostPolicy of(String name, Step step, Action... asks) {
        return new PostPolicy(name, step, List.of(asks));
    }

    Reply after(ApiRequest request, Reply reply) {
        return step.after(request, reply);
    }
}
