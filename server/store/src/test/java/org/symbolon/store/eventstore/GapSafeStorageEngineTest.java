package org.symbolon.store.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.symbolon.events.EventFamilies;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.StateChange;
import org.symbolon.store.eventstore.GapSafeStorageEngine.Page;
import org.symbolon.store.support.MigratedDatabase;
import org.symbolon.store.vault.MasterKey;

/** Streams and aggregates are read whole, and no page is asked for that cannot be there. */
class GapSafeStorageEngineTest {

    private static final int MORE_THAN_TWO_PAGES = 1001;

    @TempDir
    private static Path data;

    private static DataSource database;
    private static MasterKey key;

    private final List<String> asked = new ArrayList<>();
    private Connection connection;
    private GapSafeStorageEngine engine;

    @BeforeAll
    static void start() {
        database = MigratedDatabase.with(
                "V1__event_store",
                "V10__events_of_administrators",
                "V15__events_by_revision",
                "V17__authentic_events",
                "V20__event_corrections");
        key = MasterKey.inFile(data.resolve("master.key"), new SecureRandom());
    }

    @BeforeEach
    void empty() throws SQLException {
        connection = database.getConnection();
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.execute("truncate domain_event restart identity");
        EventAuthenticator authenticator = new EventAuthenticator(key);
        Serializer serializer = NamedEventSerializer.of(EventFamilies.byName());
        EventReading reading = new EventReading(authenticator, new EventCorrections(jdbc, key), serializer);
        engine = new GapSafeStorageEngine(
                serializer,
                new JdbcSQLErrorCodesResolver(),
                () -> noting(connection),
                NoTransactionManager.instance(),
                DefaultConfigurer.defaultConfiguration().buildConfiguration(),
                authenticator,
                new EventInsert(authenticator),
                reading,
                new ReadableEvents(jdbc, reading, serializer));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    /** Notes what is asked, and stays open for the next question. */
    private Connection noting(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    if (method.getName().equals("prepareStatement")) {
                        asked.add((String) arguments[0]);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    @Test
    void anAggregateOfSeveralPagesIsReadWhole() {
        engine.appendEvents(happenings("token/LONG", MORE_THAN_TWO_PAGES));

        assertThat(engine.readEvents("token/LONG", 0).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactlyElementsOf(
                        LongStream.range(0, MORE_THAN_TWO_PAGES).boxed().toList());
        assertThat(engine.readEvents("token/LONG", 999).asStream()).hasSize(2);
    }

    @Test
    void anAggregateOfOnePageIsAskedForOnce() {
        engine.appendEvents(happenings("token/SHORT", 3));
        asked.clear();

        assertThat(engine.readEvents("token/SHORT", 0).asStream()).hasSize(3);

        assertThat(asked).hasSize(1);
    }

    @Test
    void theEndOfTheStreamIsKnownFromAPageThatIsNotFull() {
        engine.appendEvents(happenings("token/STREAM", 3));

        assertThat(engine.page(0, 2))
                .satisfies(page -> assertThat(positions(page)).containsExactly(1L, 2L))
                .extracting(Page::more)
                .isEqualTo(true);
        assertThat(engine.page(2, 2))
                .satisfies(page -> assertThat(positions(page)).containsExactly(3L))
                .extracting(Page::more)
                .isEqualTo(false);
        assertThat(engine.page(3, 2)).isEqualTo(new Page(List.of(), false));
    }

    @Test
    void beforeAHoleThatMayBeFilledThereMayBeMore() throws SQLException {
        engine.appendEvents(happenings("token/BEFORE", 1));
        try (Connection slow = database.getConnection()) {
            slow.setAutoCommit(false);
            new EventInsert(new EventAuthenticator(key))
                    .atOnce(slow, happenings("token/SLOW", 1), NamedEventSerializer.of(EventFamilies.byName()))
                    .executeUpdate();
            engine.appendEvents(happenings("token/BEHIND", 1));

            assertThat(engine.page(0, 10))
                    .satisfies(page -> assertThat(positions(page)).containsExactly(1L))
                    .extracting(Page::more)
                    .isEqualTo(true);
            assertThat(engine.page(1, 10)).isEqualTo(new Page(List.of(), false));

            slow.commit();
        }
        assertThat(positions(engine.page(1, 10))).containsExactly(2L, 3L);
    }

    private static List<Long> positions(Page page) {
        return page.events().stream()
                .map(TrackedEventMessage::trackingToken)
                .map(token -> token.position().orElseThrow())
                .toList();
    }

    private static List<EventMessage<?>> happenings(String aggregate, int number) {
        return LongStream.range(0, number)
                .<EventMessage<?>>mapToObj(sequence -> new GenericDomainEventMessage<>(
                        "Token",
                        aggregate,
                        sequence,
                        new OtpAccepted(aggregate, 1, 1, 1, StateChange.counter(sequence))))
                .toList();
    }
}
