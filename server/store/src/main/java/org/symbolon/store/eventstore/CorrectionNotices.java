package org.symbolon.store.eventstore;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Lets all nodes forget what they know of an aggregate with an event that was corrected: it is another one from now on. */
@Component
final class CorrectionNotices implements Notice {

    private static final String CHANNEL = "symbolon_corrections";

    private final JdbcOperations jdbc;
    private final AggregateCaches caches;

    CorrectionNotices(JdbcOperations jdbc, AggregateCaches caches) {
        this.jdbc = jdbc;
        this.caches = caches;
    }

    /** To be called in the transaction that corrects. */
    void tell(String aggregate) {
        jdbc.query("select pg_notify(?, ?)", row -> {}, CHANNEL, aggregate);
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public void hear(String aggregate) {
        caches.forget(aggregate);
    }

    @Override
    public void missed() {
        jdbc.queryForList(
                        "select aggregate_identifier from domain_event join event_correction using (global_index)",
                        String.class)
                .forEach(caches::forget);
    }
}
