package org.symbolon.policy.explain;

import java.util.List;
import org.symbolon.policy.action.Action;

/**
 * What the policies say of one action, and what each of them has to do with it.
 *
 * @param policies those of the action's scope that decide about it, in use or not, the strongest first
 */
public record Explanation(Action action, Outcome outcome, List<Finding> policies) {

    /**
     * How a policy was judged.
     *
     * @param says what it says of the action; empty where it says no more than its name
     * @param reason why it matched, or did not
     */
    public record Finding(String policy, int priority, boolean matched, String says, String reason) {}
}
