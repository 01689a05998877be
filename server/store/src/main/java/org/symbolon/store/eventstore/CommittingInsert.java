package org.symbolon.store.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;

/**
 * Appends events with one statement that is a transaction of its own, so that one round trip to the database begins,
 * inserts and commits. It is for commands that write nothing but these events: nearly all log-ins.
 */
final class CommittingInsert {

    private final EventInsert statements;
    private final Serializer serializer;

    CommittingInsert(EventInsert statements, Serializer serializer) {
        this.statements = statements;
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
        try (PreparedStatement statement = statements.atOnce(connection, events, serializer)) {
            statement.executeUpdate();
        }
    }
}
