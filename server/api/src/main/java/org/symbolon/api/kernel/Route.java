package org.symbolon.api.kernel;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.Scope;
import org.symbolon.policy.action.SharedAction;
import org.symbolon.policy.rights.Over;
import org.symbolon.policy.rights.Right;

/**
 * One method on one path. The template is in the style of Flask ({@code /token/disable/<serial>}), for method and
 * template together are the name under which the audit knows the action. What a caller needs, and what it does, takes and
 * answers is said beside it, for whoever enforces or describes it.
 */
public record Route(
        String method,
        String template,
        Access access,
        Opening opening,
        RouteDescription description,
        RouteNeed need,
        RouteAsks asks,
        boolean once,
        boolean large,
        String event) {

    public Route {
        if (!template.startsWith("/")) {
            throw new IllegalArgumentException("A route starts with a slash: " + template);
        }
    }

    public static Route open(String method, String template, Handler handler) {
        return of(method, template, Access.OPEN, request -> handler);
    }

    public static Route user(String method, String template, Handler handler) {
        return of(method, template, Access.USER, request -> handler);
    }

    public static Route admin(String method, String template, Handler handler) {
        return of(method, template, Access.ADMIN, request -> handler);
    }

    /** One for all who have logged in, of which something is looked at before the right. */
    public static Route user(String method, String template, RouteAsks asks, Opening opening) {
        return of(method, template, Access.USER, opening).asks(asks);
    }

    private static Route of(String method, String template, Access access, Opening opening) {
        return new Route(
                method,
                template,
                access,
                opening,
                RouteDescription.NONE,
                RouteNeed.UNSAID,
                RouteAsks.NOTHING,
                false,
                false,
                "");
    }

    /** The right of administrators that a caller needs without limits, for it is about nothing that belongs to a realm. */
    public Route needs(Action right) {
        return needs(right, Over.SYSTEM);
    }

    /** The right of administrators and of users that a caller needs over the user, realm and tokens that he names. */
    public Route needs(SharedAction right) {
        return needs(right, Over.NAMED);
    }

    public Route needs(Action right, Over over) {
        return needs(RouteNeed.of(Right.of(right), over));
    }

    public Route needs(SharedAction right, Over over) {
        return needs(RouteNeed.of(Right.of(right), over));
    }

    public Route needs(RouteNeed needed) {
        return new Route(method, template, access, opening, description, needed, asks, once, large, event);
    }

    /** Whoever is let in may call it. */
    public Route needsNoRight(String why) {
        return needs(RouteNeed.none(why));
    }

    /** Whether it has been said what a caller needs, or everybody may call it. */
    public boolean saysItsNeed() {
        return access == Access.OPEN || !need.equals(RouteNeed.UNSAID);
    }

    /** What the handler asks policies about beside the right, for administrators and for users. */
    public Route asks(SharedAction... actions) {
        return asks(Stream.of(actions)
                .flatMap(action -> Stream.of(action.in(Scope.ADMIN), action.in(Scope.USER)))
                .toList());
    }

    /** What the handler asks policies about beside the right. */
    public Route asks(List<Action> actions) {
        return asks(new RouteAsks(asks.first(), actions));
    }

    private Route asks(RouteAsks asked) {
        return new Route(method, template, access, opening, description, need, asked, once, large, event);
    }

    /**
     * What creates something, and is done with one commit of {@link CommandDispatcher#send}: whoever sends an {@code Idempotency-Key}
     * may send the request as often as he likes, and it is done once.
     */
    public Route doneOnce() {
        return new Route(method, template, access, opening, description, need, asks, true, large, event);
    }

    /** Its file may be larger than the memory: it is kept elsewhere, for the time of the request, if whoever sends it may call the route. */
    public Route takesLargeFiles() {
        return new Route(method, template, access, opening, description, need, asks, once, true, event);
    }

    /** The event that it raises for event handlers, before it is worked on and after. */
    public Route raises(String raised) {
        return new Route(method, template, access, opening, description, need, asks, once, large, raised);
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
        return new Route(method, path, access, opening, description, need, asks, once, large, event);
    }

    /** The same with somebody else who answers. */
    public Route answeredBy(Opening other) {
        return new Route(method, template, access, other, description, need, asks, once, large, event);
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
        return new Route(method, template, access, opening, changed, need, asks, once, large, event);
    }

    /** The audit's name for it, such as {@code POST /token/disable/<serial>}. */
    public String action() {
        return method + " " + template;
    }
}
