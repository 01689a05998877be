package org.symbolon.api.kernel;

import java.util.List;
import org.symbolon.policy.action.Action;

/**
 * What policies are asked about at a route beside the right that it needs.
 *
 * @param first before the right is looked at
 * @param then once the right is there
 */
public record RouteAsks(List<Action> first, List<Action> then) {

    static final RouteAsks NOTHING = new RouteAsks(List.of(), List.of());

    public RouteAsks {
        first = List.copyOf(first);
        then = List.copyOf(then);
    }

    boolean isEmpty() {
        return first.isEmpty() && then.isEmpty();
    }
}
