package org.symbolon.api.kernel;

import java.util.List;
import java.util.stream.Collectors;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.Scope;

/** Says in a sentence what whoever calls a route needs, for the description of the API and the page about policies. */
public final class NeedText {

    private NeedText() {}

    public static String of(Route route) {
        if (route.need().extent() == RouteNeed.Extent.NONE) {
            return "It needs no right. " + route.need().about();
        }
        return sentence(route.need()) + (isFreeToUsers(route) ? " Users need none." : "");
    }

    private static String sentence(RouteNeed need) {
        String rights = rights(need);
        return switch (need.extent()) {
            case NONE -> need.about();
            case EVERYWHERE -> "It needs " + rights + ", without limits.";
            case ANYWHERE -> "It needs " + rights + ", whatever limits that has.";
            case MATTER -> "It needs " + rights + " over what the request is about.";
            case SHOWN -> "It needs " + rights + ", and shows what that reaches.";
            case SHOWN_IF_ANY -> "It shows what " + rights + " reaches.";
        };
    }

    private static String rights(RouteNeed need) {
        List<String> names = need.rights().stream()
                .map(Action::family)
                .distinct()
                .map(name -> "`" + name + "`")
                .toList();
        if (names.isEmpty()) {
            return "any right";
        }
        return names.size() == 1
                ? "the right " + names.get(0)
                : names.stream().collect(Collectors.joining(", ", "the right of what is asked for, one of ", ""));
    }

    private static boolean isFreeToUsers(Route route) {
        return route.access() == Access.USER
                && route.need().rights().stream().noneMatch(action -> action.scope() == Scope.USER);
    }
}
