package org.symbolon.server.http;

import java.util.Map;

/**
 * One method on one path. The template is in the style of Flask ({@code /token/disable/<serial>}), for method and
 * template together are the name under which the audit knows the action. What it does, takes and answers is said beside it,
 * for the description of the API.
 */
public record Route(String method, String template, Access access, Handler handler, RouteDescription description) {

    public Route {
        if (!template.startsWith("/")) {
            throw new IllegalArgumentException("A route starts with a slash: " + template);
        }
    }

    public static Route open(String method, String template, Handler handler) {
        return new Route(method, template, Access.OPEN, handler, RouteDescription.NONE);
    }

    public static Route user(String method, String template, Handler handler) {
        return new Route(method, template, Access.USER, handler, RouteDescription.NONE);
    }

    public static Route admin(String method, String template, Handler handler) {
        return new Route(method, template, Access.ADMIN, handler, RouteDescription.NONE);
    }

    /** One sentence about what it is for. */
    public Route does(String summary) {
        return with(description.does(summary));
    }

    /** A parameter that it looks at; {@code option.<key>} stands for all names that begin so. */
    public Route takes(String parameter, Shape shape) {
        return with(description.takes(Map.of(parameter, shape)));
    }

    /** Parameters that several routes share: the fields of the shape. */
    public Route takes(Shape parameters) {
        return with(description.takes(parameters.fields()));
    }

    /** What the envelope's value is. */
    public Route answers(Shape value) {
        return with(description.answers(value));
    }

    /** What the envelope's detail is. */
    public Route tells(Shape detail) {
        return with(description.tells(detail));
    }

    /** The same at another path, which may hold what is a parameter otherwise. */
    public Route at(String path) {
        return new Route(method, path, access, handler, description);
    }

    /** No body at all: the status says it. */
    public Route answersNothing(String about) {
        return with(description.answers("", Shape.text(about)));
    }

    /** What comes instead of the envelope. */
    public Route answers(String contentType, Shape body) {
        return with(description.answers(contentType, body));
    }

    /** The code of an error, and when it comes. Malformed parameters (905) and log-ins are known of every route. */
    public Route refuses(int code, String when) {
        return with(description.refuses(code, when));
    }

    private Route with(RouteDescription changed) {
        return new Route(method, template, access, handler, changed);
    }

    /** The audit's name for it, such as {@code POST /token/disable/<serial>}. */
    public String action() {
        return method + " " + template;
    }
}
