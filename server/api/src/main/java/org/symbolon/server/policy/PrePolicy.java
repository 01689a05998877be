package org.symbolon.server.policy;

import java.util.List;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.policy.action.Action;

/**
 * What policies say about a request before its handler runs.
 *
 * @param name how the list of what acts on an endpoint calls it
 * @param asks the actions that it asks policies about
 */
public record PrePolicy(String name, Step step, List<Action> asks) {

    /** Does it. */
    @FunctionalInterface
    public interface Step {

        /**
         * May change parameters of the request.
         *
         * @throws ApiException if the policies forbid it
         */
        void before(ApiRequest request);
    }

    public static PrePolicy of(String name, Step step, Action... asks) {
        return new PrePolicy(name, step, List.of(asks));
    }

    void before(ApiRequest request) {
        step.before(request);
    }
}
