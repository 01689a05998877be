package org.symbolon.api.kernel.route;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.symbolon.api.kernel.Route;

/**
 * One place in the tree of path segments. Filled while the table is built and never changed afterwards. The empty
 * segment stands for a slash at the end.
 */
final class RouteNode {

    private final Map<String, RouteNode> fixed = new HashMap<>();
    private final Map<String, Route> routes = new LinkedHashMap<>();
    private RouteNode variable;

    RouteNode child(String segment) {
        if (!isVariable(segment)) {
            return fixed.computeIfAbsent(segment, absent -> new RouteNode());
        }
        if (variable == null) {
            variable = new RouteNode();
        }
        return variable;
    }

    void put(Route route) {
        if (routes.putIfAbsent(route.method(), route) != null) {
            throw new IllegalStateException("Two routes for " + route.action());
        }
    }

    Map<String, Route> routes() {
        return routes;
    }

    /** The child for exactly this segment, or null. */
    RouteNode fixed(String segment) {
        return fixed.get(segment);
    }

    /** The child for any segment but the empty one, or null. */
    RouteNode variable(String segment) {
        return segment.isEmpty() ? null : variable;
    }

    static boolean isVariable(String segment) {
        return segment.startsWith("<") && segment.endsWith(">");
    }
}
