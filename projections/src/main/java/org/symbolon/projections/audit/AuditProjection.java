package org.symbolon.projections.audit;

import java.time.Instant;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.EventName;
import org.symbolon.events.audit.AuditRotated;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.projections.shared.UnitOfWorkBatch;
import org.symbolon.projections.shared.UnreadableEvent;

/**
 * Writes the audit: one row for each answered request in the order of the stream, numbered without a gap, each chained to
 * the one before, and the counts of rows and of requests. The end of the chain is signed once for each batch. A rotation takes
 * the oldest rows away and leaves a signed checkpoint in their place.
 */
@ProcessingGroup("trailing")
public class AuditProjection {

    private static final String REQUEST =
            RequestAnswered.class.getAnnotation(EventName.class).value();
    private static final String MISSING = "(unreadable event)";

    private final JdbcOperations jdbc;
    private final HeadSigner signer;

    public AuditProjection(JdbcOperations jdbc, HeadSigner signer) {
        this.jdbc = jdbc;
        this.signer = signer;
    }

    @EventHandler
    void on(RequestAnswered event, MetaData metadata, @Timestamp Instant time) {
        batch().answer(event, metadata, time);
    }

    @EventHandler
    void on(AuditRotated event, @Timestamp Instant time) {
        batch().rotate(event, time);
    }

    /**
     * Each answered request has its row, also one that cannot be read: then the row says so. The numbers of the rows are the same
     * whatever becomes of it.
     */
    @EventHandler
    void on(UnreadableEvent event, @Timestamp Instant time) {
        if (event.name().equals(REQUEST)) {
            batch().answer(missing(event, time), Map.of(), time);
        }
    }

    private static RequestAnswered missing(UnreadableEvent event, Instant time) {
        return new RequestAnswered(
                MISSING,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                "event " + event.index(),
                event.why(),
                null,
                time,
                null,
                null);
    }

    private AuditBatch batch() {
        return UnitOfWorkBatch.current(
                AuditProjection.class.getName(), () -> new AuditBatch(jdbc, signer), AuditBatch::write);
    }
}
