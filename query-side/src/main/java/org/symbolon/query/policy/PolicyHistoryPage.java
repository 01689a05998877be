package org.symbolon.query.policy;

import java.util.List;
import org.symbolon.projections.policy.PolicyView;
import org.symbolon.query.history.HistoryEntry;

/**
 * A part of a policy's history.
 *
 * @param count how many steps the whole history has
 */
public record PolicyHistoryPage(long count, List<Step> steps) {

    /**
     * One thing that happened.
     *
     * @param before the policy before it, null if there was none
     * @param after the policy after it, null if there is none
     */
    public record Step(HistoryEntry entry, PolicyView before, PolicyView after) {}
}
