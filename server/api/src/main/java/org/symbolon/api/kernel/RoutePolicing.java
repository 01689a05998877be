package org.symbolon.api.kernel;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.symbolon.events.shared.Caller;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.asking.AsksPolicies;
import org.symbolon.policy.explain.AskedActions;

/** Holds each request against the right that its route needs, and knows what policies are asked about where. */
@Component
public final class RoutePolicing implements RequestPolicing, AskedActions, AsksPolicies {

    private final RequestRights rights;
    private final ObjectProvider<Endpoint> endpoints;
    private final ObjectProvider<Route> pages;

    /** Endpoints, and pages that are none of the API's, are looked at once somebody wants to know what there is. */
    RoutePolicing(RequestRights rights, ObjectProvider<Endpoint> endpoints, ObjectProvider<Route> pages) {
        this.rights = rights;
        this.endpoints = endpoints;
        this.pages = pages;
    }

    @Override
    public Handler before(ApiRequest request) {
        rights.meet(request);
        Handler handler = request.route().opening().open(request);
        request.route().need().check().require(request);
        return handler;
    }

    /** As in eduMFA, where some routes of administrators look for a user's right before they look at his role. */
    @Override
    public void refuseBeforeRole(ApiRequest request) {
        RouteNeed need = request.route().need();
        if (need.beforeRole() && request.caller() instanceof Caller.RealmUser) {
            rights.meet(request);
            need.rights().forEach(request.rights()::refuseUsers);
        }
    }

    @Override
    public void requireRight(ApiRequest request) {
        rights.meet(request);
        request.route().need().check().require(request);
    }

    @Override
    public List<String> endpoints() {
        return routes().filter(route -> route.need().extent() != RouteNeed.Extent.NONE
                        || !route.asks().isEmpty())
                .map(Route::action)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<Action> of(String endpoint) {
        return routes().filter(route -> route.action().equals(endpoint))
                .findFirst()
                .map(RoutePolicing::asks)
                .orElse(List.of());
    }

    @Override
    public List<Action> asks() {
        return routes().flatMap(route -> asks(route).stream()).distinct().toList();
    }

    private Stream<Route> routes() {
        return Stream.concat(
                endpoints.orderedStream().flatMap(endpoint -> endpoint.routes().stream()), pages.orderedStream());
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
