package org.symbolon.store.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.StateChange;
import org.symbolon.store.support.MigratedDatabase;
import org.symbolon.store.vault.MasterKey;

/** What is inserted is committed by the insert itself, all of it or nothing. */
class CommittingInsertTest {

    private static DataSource database;

    @TempDir
    private static Path data;

    private static CommittingInsert insert;
    private Connection connection;

    @BeforeAll
    static void start() {
        database = MigratedDatabase.with("V1__event_store", "V17__authentic_events");
        EventAuthenticator authenticator =
                new EventAuthenticator(MasterKey.inFile(data.resolve("master.key"), new SecureRandom()));
        insert = new CommittingInsert(
                new EventInsert(authenticator), NamedEventSerializer.of(Map.of("OtpAccepted", OtpAccepted.class)));
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void othersSeeTheEventsBeforeTheTransactionOfTheCommandEnds() throws SQLException {
        insert.execute(connection, List.of(accepted("token/SEEN", 1), alone("token/SEEN")));

        assertThat(stored("SEEN")).containsExactly("token/SEEN 1 Token OtpAccepted 2", "itself 0 null OtpAccepted 2");
        assertThat(connection.getAutoCommit()).isFalse();
    }

    @Test
    void oneRefusedEventKeepsAllOut() throws SQLException {
        insert.execute(connection, List.of(accepted("token/TWICE", 1)));

        assertThatThrownBy(() -> insert.execute(connection, List.of(alone("TWICE"), accepted("token/TWICE", 1))))
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isEqualTo("23505"));

        assertThat(stored("TWICE")).hasSize(1);
        assertThat(connection.getAutoCommit()).isFalse();
        connection.rollback();
        insert.execute(connection, List.of(accepted("token/TWICE", 2)));
        assertThat(stored("TWICE")).hasSize(2);
    }

    private static EventMessage<?> accepted(String aggregate, long sequence) {
        return new GenericDomainEventMessage<>("Token", aggregate, sequence, fact(aggregate));
    }

    private static EventMessage<?> alone(String aggregate) {
        return GenericEventMessage.asEventMessage(fact(aggregate));
    }

    private static OtpAccepted fact(String aggregate) {
        return new OtpAccepted(aggregate, 1, 1, 1, StateChange.counter(1L));
    }

    private static List<String> stored(String part) throws SQLException {
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement();
                ResultSet rows = statement.executeQuery("select case when aggregate_identifier = event_identifier"
                        + " then 'itself' else aggregate_identifier end || ' ' || sequence_number || ' '"
                        + " || coalesce(type, 'null') || ' ' || payload_type || ' ' || payload_revision"
                        + " from domain_event where payload like '%" + part + "%' order by global_index")) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
