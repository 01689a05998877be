package org.symbolon.store.eventstore;

import static org.symbolon.store.eventstore.ReadAhead.positionOf;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.projections.shared.UnreadableEvent;
import org.symbolon.projections.shared.UnreadableEvent.Reason;
import org.symbolon.query.history.Vouching;
import org.symbolon.store.eventstore.EventReading.Read;

/**
 * Reads events before they are handed over, which Axon leaves to whoever handles them: one whose payload turns out to be none is found
 * here, where its place is known, and not in the middle of what others do with it.
 */
@Component
final class ReadableEvents implements Vouching {

    private static final StoredUpcaster UPCASTER = new StoredUpcaster();

    private final JdbcOperations jdbc;
    private final EventReading reading;
    private final Serializer serializer;

    ReadableEvents(JdbcOperations jdbc, EventReading reading, @Qualifier("eventSerializer") Serializer serializer) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.serializer = serializer;
    }

    /** The event of the stream, or an {@link UnreadableEvent} in its place. */
    TrackedEventMessage<?> inStream(TrackedEventMessage<?> event) {
        return failure(event::getPayload)
                .<TrackedEventMessage<?>>map(failure -> instead(positionOf(event), Reason.MALFORMED, nameOf(failure)))
                .orElse(event);
    }

    /**
     * The event of an aggregate.
     *
     * @throws UnreadableEventException if it cannot be read
     */
    DomainEventMessage<?> forDecisions(DomainEventMessage<?> event) {
        return failure(event::getPayload)
                .<DomainEventMessage<?>>map(failure -> instead(event, nameOf(failure)))
                .orElse(event);
    }

    private static Optional<RuntimeException> failure(Supplier<?> reading) {
        try {
            Objects.requireNonNull(reading.get());
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(failure);
        }
    }

    /** The innermost cause tells most; what it says may quote the event, so only its name is told. */
    private static String nameOf(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }

    private DomainEventMessage<?> instead(DomainEventMessage<?> event, String detail) {
        Read read = jdbc.query(
                        "select * from domain_event where event_identifier = ?",
                        (row, number) -> instead(row, Reason.MALFORMED, detail),
                        event.getIdentifier())
                .get(0);
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                        Stream.of(read.forDecisions().entry()), serializer, UPCASTER)
                .next();
    }

    /** What stands at this place of the stream if the event there cannot be used for this reason. */
    TrackedEventMessage<?> instead(long index, Reason reason, String detail) {
        Read read = jdbc.query(
                        "select * from domain_event where global_index = ?",
                        (row, number) -> instead(row, reason, detail),
                        index)
                .get(0);
        return messages(Stream.of(inStream(index, read.fields()))).get(0);
    }

    private Read instead(ResultSet row, Reason reason, String detail) throws SQLException {
        return reading.instead(row.getLong("global_index"), EventFields.of(row), reason, detail);
    }

    @Override
    public Optional<String> payload(ResultSet row) throws SQLException {
        long index = row.getLong("global_index");
        Read read = reading.of(row, index);
        Optional<String> fault = read.gap().isPresent() ? Optional.empty() : fault(index, read.fields());
        Read told = fault.isPresent() ? instead(row, Reason.MALFORMED, fault.get()) : read;
        if (told.gap().filter(UnreadableEvent::isLeftOut).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(told.forDecisions().payload());
    }

    /** As Axon reads it in the stream. */
    static TrackedEventData<?> inStream(long index, EventFields fields) {
        return new TrackedDomainEventData<>(
                GapAwareTrackingToken.newInstance(index, Collections.emptySortedSet()), fields.streamed());
    }

    private List<TrackedEventMessage<?>> messages(Stream<TrackedEventData<?>> events) {
        return messages(events, serializer);
    }

    private static List<TrackedEventMessage<?>> messages(Stream<TrackedEventData<?>> events, Serializer serializer) {
        return EventUtils.upcastAndDeserializeTrackedEvents(events, serializer, UPCASTER)
                .toList();
    }

    /** What is wrong with an event as it would be read, in a word; empty if nothing is. */
    Optional<String> fault(long index, EventFields fields) {
        return fault(index, fields, serializer);
    }

    static Optional<String> fault(long index, EventFields fields, Serializer serializer) {
        if (!EventReading.isKnown(fields)) {
            return Optional.of("unknown");
        }
        TrackedEventMessage<?> event =
                messages(Stream.of(inStream(index, fields)), serializer).get(0);
        return failure(event::getPayload).or(() -> failure(event::getMetaData)).map(ReadableEvents::nameOf);
    }
}
