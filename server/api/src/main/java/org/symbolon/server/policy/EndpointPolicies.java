package org.symbolon.server.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.RequestPolicing;
import org.symbolon.server.http.RequestRights;
import org.symbolon.server.http.Route;
import org.symbolon.server.http.RouteNeed;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.asking.AsksPolicies;
import org.symbolon.server.policy.explain.AskedActions;

/**
 * Holds each request against the right that its route needs, and runs what {@link PolicyTable} says about its endpoint beside
 * that, one after another.
 */
public final class EndpointPolicies implements RequestPolicing, AskedActions, AsksPolicies {

    /**
     * What acts on an endpoint beside the right of its route, and what its handler asks itself, each list in its order.
     *
     * @param first what acts before the right is looked at
     * @param before what acts between the right and the handler
     * @param within what the handler asks
     */
    private record Chain(List<PrePolicy> first, List<PrePolicy> before, List<Action> within) {

        static final Chain NONE = new Chain(List.of(), List.of(), List.of());

        Stream<Action> asks(RouteNeed need, List<Action> ofHandler) {
            Stream<Action> right = Stream.concat(need.rights().stream(), ofHandler.stream());
            return Stream.of(asks(first), right, asks(before), within.stream()).flatMap(actions -> actions);
        }

        private static Stream<Action> asks(List<PrePolicy> policies) {
            return policies.stream().map(PrePolicy::asks).flatMap(List::stream);
        }
    }

    private final RequestRights rights;
    private final Supplier<List<Route>> routes;
    private final Map<String, Chain> chains = new LinkedHashMap<>();

    /**
     * Makes them, for a table that is still to be written.
     *
     * @param routes all there are, once somebody wants to know them
     */
    EndpointPolicies(RequestRights rights, Supplier<List<Route>> routes) {
        this.rights = rights;
        this.routes = routes;
    }

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

        /** These act before anything else, the right included, in this order. */
        Row first(PrePolicy... policies) {
            return put(chain -> new Chain(List.of(policies), chain.before, chain.within));
        }

        /** These act before the handler, once the right is there, in this order. */
        Row before(PrePolicy... policies) {
            return put(chain -> new Chain(chain.first, List.of(policies), chain.within));
        }

        /** The handler asks policies about these, in this order. */
        Row within(Action... asks) {
            return put(chain -> new Chain(chain.first, chain.before, List.of(asks)));
        }

        private Row put(Function<Chain, Chain> change) {
            actions.forEach(action -> chains.compute(action, (name, chain) -> change.apply(chain)));
            return this;
        }
    }

    /** The endpoints that the table has a row for. */
    public Set<String> inTable() {
        return Set.copyOf(chains.keySet());
    }

    @Override
    public List<String> endpoints() {
        Stream<String> needing = routes.get().stream()
                .filter(route -> route.need().extent() != RouteNeed.Extent.NONE)
                .map(Route::action);
        return List.copyOf(
                Stream.concat(chains.keySet().stream(), needing).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Override
    public List<Action> of(String endpoint) {
        return routes.get().stream()
                .filter(route -> route.action().equals(endpoint))
                .findFirst()
                .map(this::asks)
                .orElseGet(() -> asks(chain(endpoint).asks(RouteNeed.none(""), List.of())));
    }

    @Override
    public List<Action> asks() {
        return asks(endpoints().stream().flatMap(endpoint -> of(endpoint).stream()));
    }

    private List<Action> asks(Route route) {
        return asks(chain(route.action()).asks(route.need(), route.asks()));
    }

    private static List<Action> asks(Stream<Action> actions) {
        return actions.distinct().toList();
    }

    private Chain chain(String endpoint) {
        return chains.getOrDefault(endpoint, Chain.NONE);
    }

    @Override
    public void before(ApiRequest request) {
        rights.meet(request);
        Chain chain = chain(request.route().action());
        chain.first.forEach(policy -> policy.before(request));
        request.route().need().check().require(request);
        chain.before.forEach(policy -> policy.before(request));
    }
}
