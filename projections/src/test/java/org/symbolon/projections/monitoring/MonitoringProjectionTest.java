package org.symbolon.projections.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.symbolon.events.monitoring.StatisticRecorded;
import org.symbolon.events.monitoring.StatisticsDeleted;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;

class MonitoringProjectionTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");

    private static Instant after(int seconds) {
        return NOON.plusSeconds(seconds);
    }

    @Test
    void aMomentHasOneFigureUnderAKeyTheFirst() {
        try (ReadModelDatabase database = ReadModelDatabase.create()) {
            new EventStream(database)
                    .append(
                            new StatisticRecorded("a", NOON, 1),
                            new StatisticRecorded("a", NOON, 2),
                            new StatisticRecorded("A", NOON, 3))
                    .projectInline(new MonitoringProjection(database.jdbc()));
            assertThat(database.rows("monitoringstats"))
                    .containsExactly(
                            "{id=1024, stats_key=a, stats_value=1, timestamp=2026-11-24 12:00:00.123456}",
                            "{id=3072, stats_key=A, stats_value=3, timestamp=2026-11-24 12:00:00.123456}");
        }
    }

    @Test
    void aDeletionTakesBothItsEnds() {
        try (ReadModelDatabase database = ReadModelDatabase.create()) {
            EventStream stream = new EventStream(database).append(new StatisticRecorded("b", after(2), 9));
            for (int second = 0; second < 6; second++) {
                stream.append(new StatisticRecorded("a", after(second), second));
            }
            stream.append(new StatisticsDeleted("a", after(1), after(2)))
                    .append(new StatisticsDeleted("a", after(5), null))
                    .projectInline(new MonitoringProjection(database.jdbc()));
            assertThat(database.jdbc()
                            .queryForList("select stats_value from monitoringstats order by 1", Integer.class))
                    .containsExactly(0, 3, 4, 9);

            stream.append(new StatisticsDeleted("a", null, after(3)), new StatisticsDeleted("b", null, null))
                    .projectInline(new MonitoringProjection(database.jdbc()));
            assertThat(database.jdbc().queryForList("select stats_value from monitoringstats", Integer.class))
                    .containsExactly(4);
        }
    }

    @Test
    void aMomentThatNoColumnHoldsIsTheNearestThatOneDoes() {
        assertThat(StatisticTimes.stored(Instant.MIN)).hasToString("0001-01-01T00:00");
        assertThat(StatisticTimes.stored(Instant.MAX)).hasToString("9999-12-31T23:59:59.999999");
    }
}
