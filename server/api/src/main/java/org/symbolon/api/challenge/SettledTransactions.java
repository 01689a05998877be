package org.symbolon.api.challenge;

import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.PostponedRequests;
import org.symbolon.api.validate.WaitingLogins;
import org.symbolon.query.challenge.ListSettledTransactions;
import org.symbolon.query.sending.QueryDispatcher;

/** Tells which challenges that requests wait for were answered, on whichever node. */
@Component
final class SettledTransactions implements PostponedRequests.Happened {

    private final QueryDispatcher queries;

    SettledTransactions(QueryDispatcher queries) {
        this.queries = queries;
    }

    @Override
    public String kind() {
        return WaitingLogins.KIND;
    }

    @Override
    public Collection<String> of(Set<String> keys) {
        return queries.list(new ListSettledTransactions(keys), String.class);
    }
}
