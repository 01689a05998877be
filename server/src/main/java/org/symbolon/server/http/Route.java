package org.symbolon.server.http;

/**
 * One method on one path. The template is in the style of Flask ({@code /token/disable/<serial>}), for method and
 * template together are the name under which the audit knows the action.
 */
public record Route(String method, String template, Access access, Handler handler) {

    public Route {
        if (!template.startsWith("/")) {
            throw new IllegalArgumentException("A route starts with a slash: " + template);
        }
    }

    public static Route open(String method, String template, Handler handler) {
        return new Route(method, template, Access.OPEN, handler);
    }

    public static Route user(String method, String template, Handler handler) {
        return new Route(method, template, Access.USER, handler);
    }

    public static Route admin(String method, String template, Handler handler) {
        return new Route(method, template, Access.ADMIN, handler);
    }

    /** The audit's name for it, such as {@code POST /token/disable/<serial>}. */
    public String action() {
        return method + " " + template;
    }
}
