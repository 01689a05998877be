package org.symbolon.server.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.RequestPolicing;
import org.symbolon.server.policy.action.Action;

/**
 * What {@link PolicyTable} says, done: runs the policies of a request's endpoint one after another. An endpoint that is
 * not in the table is under no policy.
 */
public final class EndpointPolicies implements RequestPolicing {

    /** What acts on an endpoint before its handler, and what that asks itself, in their order. */
    public record Chain(List<PrePolicy> before, List<Action> within) {

        static final Chain NONE = new Chain(List.of(), List.of());

        /** The actions that it asks policies about, in the order in which it does, each once. */
        public List<Action> asks() {
            return Stream.concat(before.stream().flatMap(policy -> policy.asks().stream()), within.stream())
                    .distinct()
                    .toList();
        }
    }

    private final Map<String, Chain> chains = new LinkedHashMap<>();

    /** The endpoints of these names, as the audit calls them: {@code POST /token/init}. */
    Row on(String... actions) {
        return new Row(List.of(actions));
    }

    /** A line of the table that is being written. */
    final class Row {
        private final List<String> actions;

        private Row(List<String> actions) {
            this.actions = actions;
            actions.forEach(this::begin);
        }

        private void begin(String action) {
            if (chains.putIfAbsent(action, Chain.NONE) != null) {
                throw new IllegalStateException("The policies of " + action + " are named twice");
            }
        }

        /** These act before the handler, in this order. */
        Row before(PrePolicy... policies) {
            actions.forEach(
                    action -> chains.compute(action, (name, chain) -> new Chain(List.of(policies), chain.within)));
            return this;
        }

        /** The handler asks policies about these, in this order. */
        Row within(Action... asks) {
            actions.forEach(action -> chains.compute(action, (name, chain) -> new Chain(chain.before, List.of(asks))));
            return this;
        }
    }

    /** What acts on the endpoint of this name. */
    public Chain of(String action) {
        return chains.getOrDefault(action, Chain.NONE);
    }

    /** The whole table, in its order. */
    public Map<String, Chain> table() {
        return Map.copyOf(chains);
    }

    @Override
    public void before(ApiRequest request) {
        for (PrePolicy policy : of(request.route().action()).before) {
            policy.before(request);
        }
    }
}
