package org.symbolon.server.policy;

import org.symbolon.server.policy.action.Action;

/** Tables of policies for tests: one endpoint that asks about some actions and does nothing. */
public final class SampleTable {

    private SampleTable() {}

    public static EndpointPolicies of(String endpoint, Action... asked) {
        EndpointPolicies table = new EndpointPolicies();
        table.on(endpoint).before(PrePolicy.of("sample", request -> {}, asked));
        return table;
    }
}
