package org.symbolon.api.kernel;

import java.util.List;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.rights.Over;
import org.symbolon.policy.rights.Right;

/**
 * What whoever calls a route needs, said once where the route is registered. It is enforced before the handler runs; the
 * description of the API, the page about policies, what explains them and the tests are made of it.
 *
 * @param extent how far the right must reach
 * @param over what it must reach, for a right over what the request is about
 * @param rights the actions that policies are asked about, of administrators and of users; empty for none in particular
 * @param about how people call it; for a route that needs no right, why it needs none
 * @param beforeRole whether a user who reaches for what is the administrators' hears of the right before he hears of his role
 */
public record RouteNeed(Extent extent, Over over, List<Action> rights, String about, Check check, boolean beforeRole) {

    /** How far a right must reach. */
    public enum Extent {
        /** There is no need of a right. */
        NONE,
        /** It has no limits. */
        EVERYWHERE,
        /** It is enough to have it, whatever it is limited to. */
        ANYWHERE,
        /** All that the request is about. */
        MATTER,
        /** Something; the answer shows what it reaches. */
        SHOWN,
        /** Perhaps nothing; the answer shows what it reaches. */
        SHOWN_IF_ANY
    }

    /** Holds a request against the rights of its caller. */
    @FunctionalInterface
    public interface Check {

        /**
         * Does it.
         *
         * @throws RuntimeException the refusal if the caller has not what is needed
         */
        void require(ApiRequest request);
    }

    /** Nothing has been said yet: no such route is served, but for those that anybody may call. */
    static final RouteNeed UNSAID = none("Everybody may call it.");

    public RouteNeed {
        rights = List.copyOf(rights);
    }

    public static RouteNeed none(String why) {
        return new RouteNeed(Extent.NONE, Over.ANYTHING, List.of(), why, request -> {}, false);
    }

    public static RouteNeed of(Right right, Over over) {
        return special(over, "right " + right.ofAdmins().name(), right.actions(), request -> request.rights()
                .require(right, over));
    }

    private static Extent extent(Over over) {
        return switch (over) {
            case SYSTEM -> Extent.EVERYWHERE;
            case ANYTHING -> Extent.ANYWHERE;
            case NAMED, TOKENS_MEANT, USER, USER_IN_RESOLVER, TOKEN, TOKEN_AND_NEW_REALMS, NEW_REALMS, ATTACHED_TOKEN ->
                Extent.MATTER;
        };
    }

    /** A right whose check is one of its own. */
    public static RouteNeed special(Over over, String about, List<Action> rights, Check check) {
        return new RouteNeed(extent(over), over, rights, about, check, false);
    }

    /** A right to a list, which shows what it reaches and is refused where that is nothing. */
    public static RouteNeed list(Right right, Check check) {
        return shown(Extent.SHOWN, right.actions(), "right " + right.ofAdmins().name() + ", what it reaches", check);
    }

    /** A right to a list of administrators. */
    public static RouteNeed list(Action right) {
        return list(Right.of(right), request -> request.rights().lists().reached(right));
    }

    /** A list that shows what rights reach, be it nothing. */
    public static RouteNeed openList(String about, List<Action> rights) {
        return shown(Extent.SHOWN_IF_ANY, rights, about, request -> {});
    }

    private static RouteNeed shown(Extent extent, List<Action> rights, String about, Check check) {
        return new RouteNeed(extent, Over.NAMED, rights, about, check, false);
    }

    /** The same where a user who reaches for what is the administrators' hears of the right before he hears of his role. */
    public RouteNeed lookedAtBeforeTheRole() {
        return new RouteNeed(extent, over, rights, about, check, true);
    }
}
