package org.symbolon.events.policy;

import java.util.Comparator;
import java.util.List;

/**
 * All policies at one moment, the strongest first. It never changes, so that a request that holds one sees the same
 * policies from its begin to its end.
 */
public final class PolicySet {

    /** No policies. */
    public static final PolicySet EMPTY = new PolicySet(List.of());

    private static final Comparator<PolicyView> STRONGEST_FIRST = Comparator.<PolicyView>comparingInt(
                    policy -> policy.terms().priority())
            .thenComparingInt(PolicyView::id);

    private final List<PolicyView> policies;

    private PolicySet(List<PolicyView> policies) {
        this.policies = policies;
    }

    public static PolicySet of(List<PolicyView> policies) {
        return new PolicySet(policies.stream().sorted(STRONGEST_FIRST).toList());
    }

    /** All of them. */
    public List<PolicyView> all() {
        return policies;
    }
}
