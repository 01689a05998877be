package org.symbolon.store.eventstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/**
 * All that is stored of an event, or of a snapshot, as the texts that are stored: what its authenticity is about. Type and revision may
 * be null.
 */
record EventFields(
        String eventId,
        String aggregate,
        long sequence,
        String type,
        String time,
        String name,
        String revision,
        String payload,
        String metaData) {

    private static final int ABSENT = -1;

    /** An event of no aggregate stands alone, as Axon stores such: under its own identifier. */
    static EventFields of(EventMessage<?> event, Serializer serializer) {
        DomainEventMessage<?> stored = event instanceof DomainEventMessage<?> ofAggregate
                ? ofAggregate
                : new GenericDomainEventMessage<>(null, event.getIdentifier(), 0, event, event::getTimestamp);
        SerializedObject<String> payload = stored.serializePayload(serializer, String.class);
        SerializedObject<String> metaData = stored.serializeMetaData(serializer, String.class);
        return new EventFields(
                stored.getIdentifier(),
                stored.getAggregateIdentifier(),
                stored.getSequenceNumber(),
                stored.getType(),
                DateTimeUtils.formatInstant(stored.getTimestamp()),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                metaData.getData());
    }

    /** What stands in a row. */
    static EventFields of(ResultSet row) throws SQLException {
        return new EventFields(
                row.getString("event_identifier"),
                row.getString("aggregate_identifier"),
                row.getLong("sequence_number"),
                row.getString("type"),
                row.getString("time_stamp"),
                row.getString("payload_type"),
                row.getString("payload_revision"),
                row.getString("payload"),
                row.getString("meta_data"));
    }

    EventFields withPayload(String other) {
        return new EventFields(eventId, aggregate, sequence, type, time, name, revision, other, metaData);
    }

    /** The texts that are stored, by column, in the order in which they are digested; what is absent is left out. */
    Map<String, String> byColumn() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("event_identifier", eventId);
        columns.put("aggregate_identifier", aggregate);
        columns.put("sequence_number", Long.toString(sequence));
        columns.put("type", type);
        columns.put("time_stamp", time);
        columns.put("payload_type", name);
        columns.put("payload_revision", revision);
        columns.put("payload", payload);
        columns.put("meta_data", metaData);
        columns.values().removeIf(Objects::isNull);
        return columns;
    }

    /** As Axon reads it. */
    DomainEventData<String> entry() {
        return entry(aggregate);
    }

    /** As Axon reads it in the stream, where what stands alone is of no aggregate. */
    DomainEventData<String> streamed() {
        return entry(eventId.equals(aggregate) ? null : aggregate);
    }

    private DomainEventData<String> entry(String of) {
        return new GenericDomainEventEntry<>(type, of, sequence, eventId, time, name, revision, payload, metaData);
    }

    /**
     * SHA-256 over the fields in their order, each behind its length in bytes of UTF-8, four bytes with the highest first, which is -1
     * for what is absent; the sequence number as eight bytes.
     */
    byte[] digest() {
        MessageDigest digest = sha256();
        update(digest, eventId);
        update(digest, aggregate);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(sequence).array());
        update(digest, type);
        update(digest, time);
        update(digest, name);
        update(digest, revision);
        update(digest, payload);
        update(digest, metaData);
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static void update(MessageDigest digest, String text) {
        if (text == null) {
            update(digest, ABSENT);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        update(digest, bytes.length);
        digest.update(bytes);
    }

    private static void update(MessageDigest digest, int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }
}
