package org.symbolon.store.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/**
 * Appends events with one statement that is a transaction of its own, so that one round trip to the database begins,
 * inserts and commits. It is for commands that write nothing but these events: nearly all log-ins.
 */
final class CommittingInsert {

    private static final String INTO =
            "insert into domain_event (event_identifier, aggregate_identifier, sequence_number,"
                    + " type, time_stamp, payload_type, payload_revision, payload, meta_data) values ";
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int COLUMNS = 9;

    private final Serializer serializer;

    CommittingInsert(Serializer serializer) {
        this.serializer = serializer;
    }

    /** What the connection's transaction has done so far, which is reading, is committed first. */
    void execute(Connection connection, List<? extends EventMessage<?>> events) throws SQLException {
        connection.setAutoCommit(true);
        try {
            insert(connection, events);
        } finally {
            connection.setAutoCommit(false);
        }
    }

    private void insert(Connection connection, List<? extends EventMessage<?>> events) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql(events.size()))) {
            int before = 0;
            for (EventMessage<?> event : events) {
                bind(statement, before, asDomainEvent(event));
                before += COLUMNS;
            }
            statement.executeUpdate();
        }
    }

    private static String sql(int rows) {
        return INTO + ROW + (", " + ROW).repeat(rows - 1);
    }

    /** An event of no aggregate stands alone, as Axon stores such: under its own identifier. */
    private static DomainEventMessage<?> asDomainEvent(EventMessage<?> event) {
        if (event instanceof DomainEventMessage<?> domainEvent) {
            return domainEvent;
        }
        return new GenericDomainEventMessage<>(null, event.getIdentifier(), 0, event, event::getTimestamp);
    }

    private void bind(PreparedStatement statement, int before, DomainEventMessage<?> event) throws SQLException {
        SerializedObject<String> payload = event.serializePayload(serializer, String.class);
        SerializedObject<String> metaData = event.serializeMetaData(serializer, String.class);
        statement.setString(before + 1, event.getIdentifier());
        statement.setString(before + 2, event.getAggregateIdentifier());
        statement.setLong(before + 3, event.getSequenceNumber());
        statement.setString(before + 4, event.getType());
        statement.setString(before + 5, DateTimeUtils.formatInstant(event.getTimestamp()));
        statement.setString(before + 6, payload.getType().getName());
        statement.setString(before + 7, payload.getType().getRevision());
        statement.setString(before + 8, payload.getData());
        statement.setString(before + 9, metaData.getData());
    }
}
