package org.symbolon.query.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.monitoring.StatisticRecorded;
import org.symbolon.events.monitoring.StatisticsDeleted;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;
import org.symbolon.query.history.ChangeHistory;
import org.symbolon.query.history.ChangePage;
import org.symbolon.query.history.Difference;
import org.symbolon.query.history.HistoryQueries;
import org.symbolon.query.shared.Paging;

class StatisticReadingTest {

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);
    private final HistoryQueries queries =
            new HistoryQueries(database.jdbc(), database.transactions(), row -> Optional.of(row.getString("payload")));

    @AfterEach
    void close() {
        database.close();
    }

    private ChangePage history() {
        return queries.handle(
                new ChangeHistory(List.of("monitoring/k"), List.of(), StatisticReading.reading(), new Paging(1, 10)));
    }

    private static Instant day(int day) {
        return Instant.parse("2026-11-01T00:00:00Z").plusSeconds(86_400L * day);
    }

    private static StatisticRecorded noted(int day) {
        return new StatisticRecorded("k", day(day), day);
    }

    private static Difference change(Object before, Object after) {
        return new Difference(before, after);
    }

    @Test
    void onlyDeletionsAreToldWithHowManyTheyLeft() {
        stream.append(
                noted(1),
                noted(2),
                noted(2),
                noted(3),
                noted(5),
                new StatisticRecorded("other", day(0), 1),
                new StatisticsDeleted("k", day(1), day(2)),
                new StatisticsDeleted("k", null, day(3)),
                noted(6),
                new StatisticsDeleted("k", day(6), null),
                new StatisticsDeleted("k", null, null));

        ChangePage history = history();

        assertThat(history.count()).isEqualTo(4);
        assertThat(history.changes().get(3).differences())
                .containsOnly(
                        entry("count", change(4, 2)), entry("first", change(day(1).toString(), day(3).toString())));
        assertThat(history.changes().get(2).differences())
                .containsOnly(
                        entry("count", change(2, 1)), entry("first", change(day(3).toString(), day(5).toString())));
        assertThat(history.changes().get(1).differences())
                .containsOnly(
                        entry("count", change(2, 1)), entry("last", change(day(6).toString(), day(5).toString())));
        assertThat(history.changes().get(0).differences())
                .containsOnly(
                        entry("count", change(1, 0)),
                        entry("first", change(day(5).toString(), null)),
                        entry("last", change(day(5).toString(), null)));
    }

    @Test
    void whatWasOnlyNotedHasNoHistory() {
        stream.append(noted(1));

        assertThat(history().count()).isZero();
    }
}
