package org.symbolon.endtoend.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.projections.shared.LaterVersionException;
import org.symbolon.store.database.DatabaseAccess;

/** What a start does with the tables and events that it finds. */
class UpgradeTest {

    private static final List<String> LIMITS =
            List.of("statement_timeout", "idle_in_transaction_session_timeout", "lock_timeout");

    @TempDir
    private Path data;

    @Test
    void migratesWithoutALimitOfTimeAndRefusesEventsOfALaterVersion() throws SQLException {
        DatabaseAccess database = InProcessServer.newDatabase();
        try (InProcessServer server = InProcessServer.start(data, database)) {
            assertThat(limit(server.jdbc(), "statement_timeout"))
                    .as("the limit of all others")
                    .isEqualTo("1min");
            JdbcClient migrations = JdbcClient.create(
                    server.bean(Flyway.class).getConfiguration().getDataSource());
            assertThat(LIMITS).allMatch(name -> limit(migrations, name).equals("0"));
            server.jdbc()
                    .sql(
                            """
                            insert into domain_event (event_identifier, aggregate_identifier, sequence_number, payload_type,
                                payload_revision, time_stamp, payload, meta_data)
                            values ('later', 'token/LATER', 0, 'TokenTeleported', '1', '2126-11-30T00:00:00Z', '{}', '{}')
                            """)
                    .update();
        }

        assertThatThrownBy(() -> InProcessServer.start(data, database))
                .hasRootCauseInstanceOf(LaterVersionException.class)
                .rootCause()
                .hasMessageContaining("TokenTeleported (first at index ");
    }

    private static String limit(JdbcClient jdbc, String name) {
        return jdbc.sql("show " + name).query(String.class).single();
    }
}
