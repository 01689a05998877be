package org.symbolon.projections.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.symbolon.events.policy.PolicyChanged;
import org.symbolon.events.policy.PolicyConditionsReplaced;
import org.symbolon.events.policy.PolicyCreated;
import org.symbolon.events.policy.PolicyDeleted;
import org.symbolon.events.policy.PolicyEnabled;
import org.symbolon.events.policy.PolicyEvent;

/**
 * The policies as events made them, kept in memory alone: for those who look back at a policy, before and after each
 * thing that happened to it. It must come to what {@link PolicyProjection} and {@link PolicyRows} come to.
 */
public final class PolicyStates {

    private final Map<String, PolicyView> byName = new TreeMap<>();

    /** To be called with one event after the other. */
    public void apply(PolicyEvent event) {
        if (event instanceof PolicyCreated created) {
            byName.put(
                    created.name(),
                    new PolicyView(
                            created.policyId(),
                            created.name(),
                            created.active(),
                            created.terms(),
                            created.conditions()));
        } else if (event instanceof PolicyDeleted) {
            byName.remove(event.name());
        } else {
            byName.computeIfPresent(event.name(), (name, before) -> changed(before, event));
        }
    }

    private static PolicyView changed(PolicyView before, PolicyEvent event) {
        if (event instanceof PolicyChanged changed) {
            return new PolicyView(before.id(), before.name(), before.active(), changed.terms(), before.conditions());
        }
        if (event instanceof PolicyConditionsReplaced replaced) {
            return new PolicyView(before.id(), before.name(), before.active(), before.terms(), replaced.conditions());
        }
        boolean active = event instanceof PolicyEnabled;
        return new PolicyView(before.id(), before.name(), active, before.terms(), before.conditions());
    }

    public Optional<PolicyView> of(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All policies there are now. */
    public PolicySet all() {
        return PolicySet.of(List.copyOf(byName.values()));
    }
}
