package org.symbolon.store.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.store.support.MigratedDatabase;
import org.symbolon.store.vault.MasterKey;

/** Nothing that stands in the table of events is taken for one unless the master key vouches for it. */
class EventAuthenticatorTest {

    private static final String ROWS = "select * from domain_event order by global_index";

    private static DataSource database;

    @TempDir
    private Path data;

    private EventAuthenticator authenticator;
    private JdbcTemplate jdbc;

    @BeforeAll
    static void start() {
        database = MigratedDatabase.with("V1__event_store", "V17__authentic_events");
    }

    @BeforeEach
    void store() throws SQLException {
        authenticator = new EventAuthenticator(MasterKey.inFile(data.resolve("master.key"), new SecureRandom()));
        jdbc = new JdbcTemplate(database);
        jdbc.update("delete from domain_event");
        List<EventMessage<?>> events = List.of(
                new GenericDomainEventMessage<>("Token", "token/A", 0, new TokenDisabled("A", 1)),
                GenericEventMessage.asEventMessage(new TokenDisabled("B", 2)));
        try (Connection connection = database.getConnection();
                PreparedStatement statement = new EventInsert(authenticator)
                        .atOnce(
                                connection,
                                events,
                                NamedEventSerializer.of(Map.of("TokenDisabled", TokenDisabled.class)))) {
            statement.executeUpdate();
        }
    }

    private List<EventFields> verified() {
        return jdbc.query(ROWS, (row, number) -> authenticator.verifiedEvent(row));
    }

    @Test
    void whatWasStoredIsRead() {
        assertThat(verified())
                .extracting(EventFields::name, EventFields::sequence, EventFields::payload)
                .hasSize(2);
        assertThat(verified().get(0).streamed().getAggregateIdentifier()).isEqualTo("token/A");
        assertThat(verified().get(1).streamed().getAggregateIdentifier()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event_identifier = gen_random_uuid()",
                "aggregate_identifier = 'token/C'",
                "sequence_number = 1",
                "type = 'Admin'",
                "type = null",
                "time_stamp = '2020-01-01T00:00:00Z'",
                "payload_type = 'TokenEnabled'",
                "payload_revision = '7'",
                "payload = '{\"serial\":\"C\"}'",
                "meta_data = '{\"actor\":\"admin\"}'",
                "digest = sha256('x')",
                "mac = substr(mac, 1, 15)",
                "mac = null",
                "mac = decode(repeat('00', 16), 'hex')",
                "type = aggregate_identifier, aggregate_identifier = 'Token'"
            })
    void anythingThatWasChangedIsRefusedAndNamed(String change) {
        jdbc.update("update domain_event set " + change + " where aggregate_identifier = 'token/A'");
        assertThatThrownBy(this::verified)
                .isInstanceOf(ForgedEventException.class)
                .hasMessageContaining("is not what this server has stored");
    }

    @Test
    void whatAnotherKeyVouchesForIsRefused() {
        authenticator = new EventAuthenticator(MasterKey.inFile(data.resolve("other.key"), new SecureRandom()));
        assertThatThrownBy(this::verified).isInstanceOf(ForgedEventException.class);
    }

    @Test
    void anEventIsNoSnapshot() {
        assertThatThrownBy(() -> jdbc.query(ROWS, (row, number) -> authenticator.verifiedSnapshot(row)))
                .isInstanceOf(ForgedEventException.class);
    }

    private void vouchForFormer() {
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        new FormerEvents(jdbc, transactions, authenticator, data).vouch();
    }

    @Test
    void eventsOfBeforeAreVouchedForOnce() {
        jdbc.update("update domain_event set digest = null, mac = null");
        vouchForFormer();
        assertThatCode(this::verified).doesNotThrowAnyException();

        jdbc.update("update domain_event set digest = null, mac = null, payload = '{}'");
        vouchForFormer();
        assertThatThrownBy(this::verified).isInstanceOf(ForgedEventException.class);
    }

    @Test
    void noneIsWhereOthersAreAlready() throws IOException {
        Files.deleteIfExists(data.resolve("events.authentic"));
        jdbc.update("update domain_event set digest = null, mac = null where aggregate_identifier = 'token/A'");
        vouchForFormer();
        assertThatThrownBy(this::verified).isInstanceOf(ForgedEventException.class);
    }
}
