package org.symbolon.api.kernel.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.wire.PercentText;

/**
 * All routes of the server. A path without variables is one look-up in a map; any other is walked segment by segment,
 * and a fixed segment wins over a variable. The rules for what is not found are those of the framework that eduMFA
 * runs on, since clients meet them: a missing slash at the end is a redirect before it is a wrong method.
 */
@Component
public final class RouteTable {

    private final RouteNode root = new RouteNode();
    private final Map<String, RouteNode> exact = new HashMap<>();
    private final List<Route> all = new ArrayList<>();

    public RouteTable(Collection<? extends Endpoint> endpoints) {
        for (Endpoint endpoint : endpoints) {
            endpoint.routes().forEach(this::add);
        }
    }

    private void add(Route route) {
        if (!route.saysItsNeed()) {
            throw new IllegalStateException(
                    route.action() + " says neither what right it needs nor that it needs none");
        }
        RouteNode node = root;
        boolean variable = false;
        for (String segment : segments(route.template())) {
            node = node.child(segment);
            variable |= RouteNode.isVariable(segment);
        }
        node.put(route);
        all.add(route);
        if (!variable) {
            exact.put(route.template(), node);
        }
    }

    /** All of them. */
    public List<Route> routes() {
        return Collections.unmodifiableList(all);
    }

    /**
     * The path as it stands in the request line: still percent-encoded, so that %2F can be part of a value. A path
     * that does not decode is refused with an {@code ApiException}.
     */
    public RouteMatch match(String method, String rawPath) {
        RouteNode known = exact.get(rawPath);
        if (known != null) {
            Route route = route(known, method);
            if (route != null) {
                return new RouteMatch.Found(route, Map.of());
            }
        }
        return new Walk(method, segments(rawPath)).match();
    }

    private static Route route(RouteNode node, String method) {
        Route route = node.routes().get(method);
        return route == null && method.equals("HEAD") ? node.routes().get("GET") : route;
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>(6);
        int start = 1;
        for (int slash = path.indexOf('/', 1); slash >= 0; slash = path.indexOf('/', start)) {
            segments.add(PercentText.decodePath(path.substring(start, slash)));
            start = slash + 1;
        }
        segments.add(PercentText.decodePath(path.substring(Math.min(start, path.length()))));
        return segments;
    }

    /** One search through the tree; it goes back and tries the variable where a fixed segment led nowhere. */
    private final class Walk {

        private final String method;
        private final List<String> segments;
        private final TreeSet<String> otherMethods = new TreeSet<>();
        private boolean missingSlash;

        Walk(String method, List<String> segments) {
            this.method = method;
            this.segments = segments;
        }

        RouteMatch match() {
            Route route = find(root, 0);
            if (route != null) {
                return new RouteMatch.Found(route, variables(route));
            }
            if (missingSlash) {
                return new RouteMatch.MissingSlash();
            }
            if (otherMethods.isEmpty()) {
                return new RouteMatch.Nothing();
            }
            String allow = allow();
            return method.equals("OPTIONS") ? new RouteMatch.Options(allow) : new RouteMatch.WrongMethod(allow);
        }

        private Route find(RouteNode node, int depth) {
            if (node == null || missingSlash) {
                return null;
            }
            if (depth == segments.size()) {
                return end(node);
            }
            String segment = segments.get(depth);
            Route route = find(node.fixed(segment), depth + 1);
            return route != null ? route : find(node.variable(segment), depth + 1);
        }

        private Route end(RouteNode node) {
            Route route = route(node, method);
            if (route == null) {
                otherMethods.addAll(node.routes().keySet());
                RouteNode slash = node.fixed("");
                missingSlash = slash != null && hasMethod(slash);
            }
            return route;
        }

        private boolean hasMethod(RouteNode node) {
            return method.equals("OPTIONS") ? !node.routes().isEmpty() : route(node, method) != null;
        }

        private Map<String, String> variables(Route route) {
            List<String> names = segments(route.template());
            Map<String, String> variables = new LinkedHashMap<>();
            for (int index = 0; index < names.size(); index++) {
                String name = names.get(index);
                if (RouteNode.isVariable(name)) {
                    variables.put(name.substring(1, name.length() - 1), segments.get(index));
                }
            }
            return variables;
        }

        private String allow() {
            otherMethods.add("OPTIONS");
            if (otherMethods.contains("GET")) {
                otherMethods.add("HEAD");
            }
            return String.join(", ", otherMethods);
        }
    }
}
