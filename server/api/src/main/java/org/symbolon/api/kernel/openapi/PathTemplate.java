package org.symbolon.api.kernel.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.symbolon.api.kernel.Route;

/**
 * The path of a route as OpenAPI writes it. Routes whose paths differ in the names of variables only are one path there, so
 * the first one's names count for all.
 */
record PathTemplate(String text, List<String> variables) {

    private static final Pattern VARIABLE = Pattern.compile("<(\\w+)>");

    static PathTemplate of(Route route) {
        List<String> variables = VARIABLE.matcher(route.template())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        return new PathTemplate(VARIABLE.matcher(route.template()).replaceAll("{$1}"), variables);
    }

    /** What paths with other names for their variables have in common. */
    String form() {
        return text.replaceAll("\\{\\w+}", "{}");
    }

    /** The first word of the path. */
    String tag() {
        return List.of(text.split("/", -1)).get(1);
    }

    /** The name that this path has for a variable of the route. */
    String nameFor(Route route, String variable) {
        return variables.get(new ArrayList<>(of(route).variables()).indexOf(variable));
    }
}
