package org.symbolon.store.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.store.eventstore.EventCorrection.Kind;

/**
 * Decides about an event that cannot be read, as an administrator wants it: that it counts for nothing, or what it is to be read as.
 * The event itself is never touched: it is evidence, and part of what was sealed.
 */
@Component
public class EventMender {

    private final JdbcOperations jdbc;
    private final ReadableEvents events;
    private final EventAuthenticator authenticator;
    private final EventCorrections corrections;
    private final CorrectionNotices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EventMender(
            JdbcOperations jdbc,
            ReadableEvents events,
            EventAuthenticator authenticator,
            EventCorrections corrections,
            CorrectionNotices notices,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.authenticator = authenticator;
        this.corrections = corrections;
        this.notices = notices;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** An event's row, and what can be said of it. */
    private static final class Found {

        private final EventFields fields;
        private final byte[] digest;
        private final byte[] mac;
        private final boolean readable;
        private final boolean unprojectable;
        private final boolean corrected;

        private Found(EventFields fields, ResultSet row, boolean readable, boolean unprojectable, boolean corrected)
                throws SQLException {
            this.fields = fields;
            this.digest = row.getBytes("digest");
            this.mac = row.getBytes("mac");
            this.readable = readable;
            this.unprojectable = unprojectable;
            this.corrected = corrected;
        }
    }

    /**
     * Lets it count for nothing.
     *
     * @throws IllegalArgumentException if there is no such event, it can be read and is projected, or it is corrected already
     */
    public EventCorrection skip(long index, String reason, String actor) {
        return corrected(index, found -> {
            if (found.readable && !found.unprojectable) {
                throw new IllegalArgumentException("event " + index + " can be read, so it cannot be left out");
            }
            return correction(index, Kind.SKIP, found, null, reason, actor);
        });
    }

    /**
     * Has it read with this payload, in the revision that the event says it has.
     *
     * @throws IllegalArgumentException as {@link #skip}, or if the payload is none of such an event
     */
    public EventCorrection repair(long index, String payload, String reason, String actor) {
        return corrected(index, found -> {
            if (found.readable) {
                throw new IllegalArgumentException("event " + index + " can be read, so there is nothing to repair");
            }
            events.fault(index, found.fields.withPayload(payload)).ifPresent(fault -> {
                throw new IllegalArgumentException("what is in the file is not the payload of a " + found.fields.name()
                        + " in revision " + found.fields.revision() + " (" + fault + ")");
            });
            return correction(index, Kind.REPAIR, found, payload, reason, actor);
        });
    }

    /** Whether what an event is read as is, to the last byte, what this server has stored: then its MAC is right again. */
    public boolean isAsStored(EventCorrection correction) {
        return jdbc.query(
                        "select * from domain_event where global_index = ?",
                        (row, number) -> authenticator.isMacOfEvent(
                                correction.applied(EventFields.of(row)).digest(), row.getBytes("mac")),
                        correction.index())
                .contains(true);
    }

    /** What an administrator decides when he has seen what was found. */
    private interface Decision {
        EventCorrection about(Found found);
    }

    /** What is kept of the aggregate goes, snapshots and what nodes have in memory: it may have been made with the event as it was. */
    private EventCorrection corrected(long index, Decision decision) {
        return transaction.execute(status -> {
            Found found = find(index)
                    .orElseThrow(() -> new IllegalArgumentException("there is no event with the index " + index));
            if (found.corrected) {
                throw new IllegalArgumentException("event " + index + " is corrected already");
            }
            EventCorrection correction = decision.about(found);
            corrections.add(correction, found.fields);
            jdbc.update("delete from snapshot_event where aggregate_identifier = ?", found.fields.aggregate());
            notices.tell(found.fields.aggregate());
            return correction;
        });
    }

    private Optional<Found> find(long index) {
        return jdbc
                .query(
                        "select * from domain_event where global_index = ? for update",
                        (row, number) -> {
                            EventFields fields = EventFields.of(row);
                            boolean readable = authenticator.vouchesFor(fields, row)
                                    && events.fault(index, fields).isEmpty();
                            return new Found(
                                    fields,
                                    row,
                                    readable,
                                    isUnprojectable(index),
                                    corrections.of(index, fields).isPresent());
                        },
                        index)
                .stream()
                .findFirst();
    }

    private boolean isUnprojectable(long index) {
        return !jdbc.queryForList("select 1 from unreadable_event where global_index = ?", index)
                .isEmpty();
    }

    private EventCorrection correction(
            long index, Kind kind, Found found, String payload, String reason, String actor) {
        EventFields read = payload == null ? found.fields : found.fields.withPayload(payload);
        String now = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        return new EventCorrection(index, kind, sealed(found, read), payload, reason, actor, now);
    }

    /**
     * The digest of the event as it was stored, where its MAC still tells: it stands in the row, or is that of what was repaired. Where
     * neither is so, the one in the row, which is what will be sealed.
     */
    private byte[] sealed(Found found, EventFields read) {
        if (authenticator.isMacOfEvent(found.digest, found.mac)) {
            return found.digest;
        }
        byte[] repaired = read.digest();
        if (authenticator.isMacOfEvent(repaired, found.mac) || found.digest == null) {
            return repaired;
        }
        return found.digest;
    }
}
