package org.symbolon.store.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.store.support.MigratedDatabase;

/** Writers whose transaction ids and indexes come in any order: a hole is never given up while one of them may fill it. */
class HolesTest {

    private static DataSource database;

    private final List<Connection> opened = new ArrayList<>();
    private final Holes holes = new Holes();
    private Connection reader;

    @BeforeAll
    static void start() {
        database = MigratedDatabase.with("V1__event_store");
    }

    @BeforeEach
    void empty() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate domain_event restart identity");
        }
        reader = database.getConnection();
        opened.add(reader);
    }

    @AfterEach
    void close() throws SQLException {
        for (Connection connection : opened) {
            connection.close();
        }
    }

    @Test
    void aBurntIndexIsProvenDead() throws SQLException {
        Connection failed = writer();
        append(failed, "A");
        failed.rollback();
        Connection next = writer();
        append(next, "B");
        next.commit();

        holes.prove(reader, 1);

        assertThat(holes.provenUpTo()).isEqualTo(2);
    }

    @Test
    void aHoleStaysOpenWhileItsWriterRuns() throws SQLException {
        Connection slow = writer();
        append(slow, "A");
        Connection fast = writer();
        append(fast, "B");
        fast.commit();

        holes.prove(reader, 1);
        holes.prove(reader, 1);
        assertThat(holes.provenUpTo()).isZero();

        slow.commit();
        holes.prove(reader, 1);
        assertThat(holes.provenUpTo()).isEqualTo(2);
    }

    /** No younger transaction has ended, so a snapshot's upper bound does not know of the hole's writer. */
    @Test
    void aHoleStaysOpenWhileItsWriterRunsThoughTheIndexBehindItCameFromAnOlderOne() throws SQLException {
        Connection older = writer();
        drawTransactionId(older);
        Connection younger = writer();
        append(younger, "A");
        append(older, "B");
        older.commit();

        holes.prove(reader, 1);
        holes.prove(reader, 1);
        assertThat(holes.provenUpTo()).isZero();

        younger.commit();
        holes.prove(reader, 1);
        assertThat(holes.provenUpTo()).isEqualTo(2);
    }

    @Test
    void aHoleStaysOpenWhileAnOlderWriterHasNotDrawnItsIndexYet() throws SQLException {
        Connection older = writer();
        drawTransactionId(older);
        Connection failed = writer();
        append(failed, "A");
        failed.rollback();
        Connection next = writer();
        append(next, "B");
        next.commit();

        holes.prove(reader, 1);
        assertThat(holes.provenUpTo())
                .as("whether the older one drew it is not known")
                .isZero();

        older.rollback();
        holes.prove(reader, 1);
        assertThat(holes.provenUpTo()).isEqualTo(2);
    }

    @Test
    void whoKeepsAllWritersOutProvesAllHolesThoughOneOfThemIsWaiting() throws SQLException {
        Connection failed = writer();
        append(failed, "A");
        failed.rollback();
        Connection next = writer();
        append(next, "B");
        next.commit();
        drawTransactionId(writer());
        reader.setAutoCommit(false);
        try (Statement statement = reader.createStatement()) {
            statement.execute("lock table domain_event in share mode");
        }

        holes.proveAll(reader);

        assertThat(holes.provenUpTo()).isEqualTo(2);
    }

    private Connection writer() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        opened.add(connection);
        return connection;
    }

    private static void drawTransactionId(Connection writer) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.execute("select pg_current_xact_id()");
        }
    }

    private static void append(Connection writer, String aggregate) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.execute(
                    """
                    insert into domain_event (event_identifier, aggregate_identifier, sequence_number, payload_type,
                        time_stamp, payload, meta_data)
                    values (gen_random_uuid(), '%s', 0, 'Fact', '', '{}', '{}')
                    """
                            .formatted(aggregate));
        }
    }
}
