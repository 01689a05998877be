package org.symbolon.policy;

import java.util.List;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.explain.AskedActions;

/** For tests: one endpoint that asks about some actions. */
public final class SampleTable {

    private SampleTable() {}

    public static AskedActions of(String endpoint, Action... asked) {
        return new AskedActions() {
            @Override
            public List<String> endpoints() {
                return List.of(endpoint);
            }

            @Override
            public List<Action> of(String name) {
                return name.equals(endpoint) ? List.of(asked) : List.of();
            }
        };
    }
}
