package org.symbolon.api.kernel.route;

import java.util.Map;
import org.symbolon.api.kernel.Route;

/** What the table of routes says about a method and a path. */
public sealed interface RouteMatch {

    /** The route and the values of its variables, percent-decoded once. */
    record Found(Route route, Map<String, String> variables) implements RouteMatch {}

    /** The path exists for other methods. */
    record WrongMethod(String allow) implements RouteMatch {}

    /** OPTIONS on a path that exists. */
    record Options(String allow) implements RouteMatch {}

    /** The path would exist with a slash at its end. */
    record MissingSlash() implements RouteMatch {}

    record Nothing() implements RouteMatch {}
}
