package org.symbolon.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.token.PinChanged;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.Facts;
import org.symbolon.projections.support.ReadModelDatabase;

class EventQueriesTest {

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);
    private final EventQueries queries = new EventQueries(
            database.jdbc(),
            new TransactionTemplate(new JdbcTransactionManager(database.dataSource())),
            row -> !row.getString("payload_type").equals("TokenDeleted"));

    @AfterEach
    void close() {
        database.close();
    }

    private List<StoredEvent> events(String serial, long from, long limit) {
        List<StoredEvent> events = new ArrayList<>();
        long count = queries.handle(new StreamEvents(serial, from, limit, events::add));
        assertThat(events).hasSize((int) count);
        return events;
    }

    @Test
    void eventsComeInTheOrderOfTheStream() {
        stream.append(Facts.enrolled(1, "HOTP1"), Facts.enrolled(2, "OTHER"), new TokenDeleted("HOTP1", 1));

        assertThat(events(null, 0, Long.MAX_VALUE))
                .extracting(StoredEvent::index)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void someEventsOfOneTokenCanBeWanted() {
        stream.append(
                Facts.enrolled(1, "HOTP1"),
                Facts.enrolled(2, "OTHER"),
                new PinChanged("HOTP1", 1, new Pin.Hashed("hash")),
                new TokenDeleted("HOTP1", 1));

        assertThat(events("HOTP1", 2, 9)).extracting(StoredEvent::name).containsExactly("PinChanged", "TokenDeleted");
        assertThat(events("HOTP1", 0, 1)).extracting(StoredEvent::name).containsExactly("TokenEnrolled");
        assertThat(events("UNKNOWN", 0, 9)).isEmpty();
    }

    @Test
    void whatNobodyVouchesForIsShownAndMarked() {
        stream.append(Facts.enrolled(1, "HOTP1"), new TokenDeleted("HOTP1", 1));

        assertThat(events("HOTP1", 0, 9)).extracting(StoredEvent::authentic).containsExactly(true, false);
    }

    @Test
    void anEventSaysWhatItIsWithoutItsSecrets() {
        stream.as(Map.of("actor", "admin")).append(new PinChanged("HOTP1", 1, new Pin.Hashed("$argon2id$secret")));

        StoredEvent event = events(null, 0, 9).get(0);

        assertThat(event.name()).isEqualTo("PinChanged");
        assertThat(event.aggregate()).isEqualTo("token/HOTP1");
        assertThat(event.payload()).containsEntry("pin", "***").containsEntry("serial", "HOTP1");
        assertThat(event.metadata()).containsEntry("actor", "admin");
    }
}
