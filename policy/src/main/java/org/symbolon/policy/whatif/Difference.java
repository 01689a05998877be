package org.symbolon.policy.whatif;

import java.util.List;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.explain.Outcome;

/**
 * What would have come out differently of one request.
 *
 * @param undecided the actions of which that cannot be told
 */
record Difference(List<Change> changes, List<Action> undecided) {

    static final Difference NONE = new Difference(List.of(), List.of());

    /** What the policies said of an action, and what they would have said. */
    record Change(Action action, Outcome before, Outcome after) {}
}
