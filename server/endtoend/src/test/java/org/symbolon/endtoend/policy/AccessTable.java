package org.symbolon.endtoend.policy;

import java.util.Map;
import java.util.Optional;
import org.symbolon.api.kernel.Access;
import org.symbolon.api.kernel.Route;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.Scope;

/** Which administrators may call a route with a request about {@code realm1}, from what the route says that it needs. */
enum AccessTable {
    /** Whoever wants to. */
    OPEN("POWERLESS HELPDESK_ELSEWHERE HELPDESK_HERE"),
    /** Every administrator, whatever his rights. */
    ANY("POWERLESS HELPDESK_ELSEWHERE HELPDESK_HERE"),
    /** Every administrator, but he sees only what is in his realms. */
    OPEN_LIST("POWERLESS HELPDESK_ELSEWHERE HELPDESK_HERE"),
    /** Who has the right somewhere; he sees only what is in his realms. */
    LIST("HELPDESK_ELSEWHERE HELPDESK_HERE"),
    /** Who has the right somewhere. */
    ANYWHERE("HELPDESK_ELSEWHERE HELPDESK_HERE"),
    /** Whose right reaches what the request is about. */
    REACH("HELPDESK_HERE"),
    /** Whose right has no limits. */
    SYSTEM("");

    /** The right to what a sound request asks for, where the right depends on the request. */
    private static final Map<String, String> ASKED =
            Map.of("GET /history/<kind>/<id>", "policyread", "POST /token/init", "enrollHOTP");

    /** What a policy that gives the right must say, where the name alone is not enough. */
    private static final Map<String, String> VALUES =
            Map.of("set_custom_user_attributes", "=:*: *", "delete_custom_user_attributes", "=*");

    private static final String SOME_RIGHT = "userlist";

    private final String admitted;

    AccessTable(String admitted) {
        this.admitted = admitted;
    }

    static AccessTable of(Route route) {
        if (route.access() == Access.OPEN) {
            return OPEN;
        }
        return switch (route.need().extent()) {
            case NONE -> ANY;
            case EVERYWHERE -> SYSTEM;
            case ANYWHERE -> ANYWHERE;
            case MATTER -> REACH;
            case SHOWN -> LIST;
            case SHOWN_IF_ANY -> OPEN_LIST;
        };
    }

    /** What a policy must say to allow it; empty if none is needed. */
    static Optional<String> rightTo(Route route) {
        AccessTable access = of(route);
        if (access == OPEN || access == ANY) {
            return Optional.empty();
        }
        if (ASKED.containsKey(route.action())) {
            return Optional.of(ASKED.get(route.action()));
        }
        String name =
                route.need().rights().stream().map(Action::name).findFirst().orElse(SOME_RIGHT);
        return Optional.of(name + VALUES.getOrDefault(name, ""));
    }

    /** Whether any right of an administrator will do. */
    static boolean isOpenedByAnyRight(Route route) {
        return of(route) == REACH && route.need().rights().isEmpty();
    }

    /** Whether users need a right, too, and do not see what is their own without one. */
    static boolean bindsUsers(Route route) {
        return route.access() == Access.USER
                && route.need().rights().stream().anyMatch(action -> action.scope() == Scope.USER);
    }

    boolean admits(String who) {
        return admitted.contains(who);
    }

    /** Whether it shows to each what is in his realms. */
    boolean isLimited() {
        return this == LIST || this == OPEN_LIST;
    }
}
