package org.symbolon.store.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;
import org.springframework.stereotype.Component;
import org.symbolon.query.history.Vouching;

/** The statements that store events and snapshots, each with what vouches for it. */
@Component
final class EventInsert {

    private static final String COLUMNS = " (" + Vouching.COLUMNS + ") values ";
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int WIDTH = 11;
    private static final String INTO_EVENTS = "insert into domain_event" + COLUMNS;
    private static final String INTO_SNAPSHOTS = "insert into snapshot_event" + COLUMNS;

    private final EventAuthenticator authenticator;

    EventInsert(EventAuthenticator authenticator) {
        this.authenticator = authenticator;
    }

    /** One statement for all of them. */
    PreparedStatement atOnce(Connection connection, List<? extends EventMessage<?>> events, Serializer serializer)
            throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement(INTO_EVENTS + ROW + (", " + ROW).repeat(events.size() - 1));
        int before = 0;
        for (EventMessage<?> event : events) {
            bindEvent(statement, before, EventFields.of(event, serializer));
            before += WIDTH;
        }
        return statement;
    }

    /** A batch with a statement for each. */
    PreparedStatement batch(Connection connection, List<? extends EventMessage<?>> events, Serializer serializer)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(INTO_EVENTS + ROW);
        for (EventMessage<?> event : events) {
            bindEvent(statement, 0, EventFields.of(event, serializer));
            statement.addBatch();
        }
        return statement;
    }

    PreparedStatement snapshot(Connection connection, DomainEventMessage<?> snapshot, Serializer serializer)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(INTO_SNAPSHOTS + ROW);
        EventFields fields = EventFields.of(snapshot, serializer);
        byte[] digest = fields.digest();
        bind(statement, 0, fields, digest, authenticator.macOfSnapshot(digest));
        return statement;
    }

    private void bindEvent(PreparedStatement statement, int before, EventFields fields) throws SQLException {
        byte[] digest = fields.digest();
        bind(statement, before, fields, digest, authenticator.macOfEvent(digest));
    }

    private static void bind(PreparedStatement statement, int before, EventFields fields, byte[] digest, byte[] mac)
            throws SQLException {
        statement.setString(before + 1, fields.eventId());
        statement.setString(before + 2, fields.aggregate());
        statement.setLong(before + 3, fields.sequence());
        statement.setString(before + 4, fields.type());
        statement.setString(before + 5, fields.time());
        statement.setString(before + 6, fields.name());
        statement.setString(before + 7, fields.revision());
        statement.setString(before + 8, fields.payload());
        statement.setString(before + 9, fields.metaData());
        statement.setBytes(before + 10, digest);
        statement.setBytes(before + 11, mac);
    }
}
