package org.symbolon.server.http;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.asking.AsksPolicies;
import org.symbolon.server.policy.explain.AskedActions;

/** Holds each request against the right that its route needs, and knows what policies are asked about where. */
public final class RoutePolicing implements RequestPolicing, AskedActions, AsksPolicies {

    private final RequestRights rights;
    private final Supplier<List<Route>> routes;

    /**
     * Makes it.
     *
     * @param routes all there are, once somebody wants to know them
     */
    public RoutePolicing(RequestRights rights, Supplier<List<Route>> routes) {
        this.rights = rights;
        this.routes = routes;
    }

    @Override
    public Handler before(ApiRequest request) {
        rights.meet(request);
        Handler handler = request.route().opening().open(request);
        request.route().need().check().require(request);
        return handler;
    }

    @Override
    public List<String> endpoints() {
        return routes.get().stream()
                .filter(route -> route.need().extent() != RouteNeed.Extent.NONE
                        || !route.asks().isEmpty())
                .map(Route::action)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<Action> of(String endpoint) {
        return routes.get().stream()
                .filter(route -> route.action().equals(endpoint))
                .findFirst()
                .map(RoutePolicing::asks)
                .orElse(List.of());
    }

    @Override
    public List<Action> asks() {
        return routes.get().stream()
                .flatMap(route -> asks(route).stream())
                .distinct()
                .toList();
    }

    private static List<Action> asks(Route route) {
        return Stream.of(
                        route.asks().first(),
                        route.need().rights(),
                        route.asks().then())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
