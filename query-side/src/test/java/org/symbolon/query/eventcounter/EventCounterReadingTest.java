package org.symbolon.query.eventcounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.eventcounter.EventCounterDecreased;
import org.symbolon.events.eventcounter.EventCounterIncreased;
import org.symbolon.events.eventcounter.EventCounterReset;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;
import org.symbolon.query.history.ChangeHistory;
import org.symbolon.query.history.ChangePage;
import org.symbolon.query.history.Difference;
import org.symbolon.query.history.HistoryQueries;
import org.symbolon.query.shared.Paging;

class EventCounterReadingTest {

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);
    private final HistoryQueries queries =
            new HistoryQueries(database.jdbc(), database.transactions(), row -> Optional.of(row.getString("payload")));

    @AfterEach
    void close() {
        database.close();
    }

    private ChangePage history() {
        List<String> nodes = List.of("eventcounter/c/n1", "eventcounter/c/n2");
        return queries.handle(new ChangeHistory(nodes, List.of(), EventCounterReading.reading(), new Paging(1, 10)));
    }

    @Test
    void theCountersOfAllNodesAreOneThing() {
        stream.append(
                new EventCounterIncreased("c", "n1", 1),
                new EventCounterIncreased("other", "n1", 7),
                new EventCounterIncreased("c", "n2", 1),
                new EventCounterDecreased("c", "n2", 0),
                new EventCounterReset("c", "n1"),
                new EventCounterReset("c", "n2"));

        ChangePage history = history();

        assertThat(history.count()).isEqualTo(5);
        assertThat(history.changes().get(0).differences())
                .as("what changes nothing is told all the same")
                .isEmpty();
        assertThat(history.changes().get(1).differences())
                .containsOnly(
                        entry("value", new Difference(1L, 0L)),
                        entry("nodes", new Difference(Map.of("n1", 1, "n2", 0), Map.of("n1", 0, "n2", 0))));
        assertThat(history.changes().get(2).differences()).containsEntry("value", new Difference(2L, 1L));
        assertThat(history.changes().get(4).differences())
                .containsOnly(
                        entry("name", new Difference(null, "c")),
                        entry("value", new Difference(null, 1L)),
                        entry("nodes", new Difference(null, Map.of("n1", 1))));
    }
}
