package org.symbolon.server.http.policy;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.policy.PolicySet;
import org.symbolon.query.policy.ListPoliciesAt;
import org.symbolon.server.query.QueryDispatcher;

/** All policies as they are, from memory, or as they were, from the events. */
public class PolicySource {

    private final Supplier<ConfigurationView> configuration;
    private final QueryDispatcher queries;

    public PolicySource(Supplier<ConfigurationView> configuration, QueryDispatcher queries) {
        this.configuration = configuration;
        this.queries = queries;
    }

    /** Those of that time; those of now if there is none. */
    PolicySet at(Optional<Instant> time) {
        return time.map(then -> queries.ask(new ListPoliciesAt(then), PolicySet.class))
                .orElseGet(() -> configuration.get().policies());
    }
}
