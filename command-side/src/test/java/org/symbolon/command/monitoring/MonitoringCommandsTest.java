package org.symbolon.command.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.Test;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.support.Stage;
import org.symbolon.events.monitoring.StatisticRecorded;
import org.symbolon.events.monitoring.StatisticsDeleted;

class MonitoringCommandsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");

    private int recorded = 3;
    private final Stage stage = new Stage();
    private final Statistics statistics =
            new Statistics(stage.repository(Statistic.class), (key, from, to) -> recorded);

    MonitoringCommandsTest() {
        stage.handler(new MonitoringCommands(statistics)).handler(this);
    }

    private record Note(String key, Instant moment, long value) {}

    @CommandHandler
    void handle(Note command) throws Exception {
        statistics.record(command.key(), command.moment(), command.value());
    }

    private void refuses(Object command, String message) {
        assertThatThrownBy(() -> stage.when(command))
                .isInstanceOf(Refusal.class)
                .hasMessage(message);
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void aFigureIsNotedWithMicroseconds() {
        stage.when(new Note("k", NOON.plusNanos(789), 7));
        assertThat(stage.facts()).containsExactly(new StatisticRecorded("k", NOON, 7));
    }

    @Test
    void aFigureThatNoColumnTakesBecomesTheNearest() {
        stage.when(new Note("k", NOON, 1L << 40));
        assertThat(stage.facts()).containsExactly(new StatisticRecorded("k", NOON, Integer.MAX_VALUE));
        stage.when(new Note("k", NOON, -(1L << 40)));
        assertThat(stage.facts()).containsExactly(new StatisticRecorded("k", NOON, Integer.MIN_VALUE));
    }

    @Test
    void whatHasNoKeyOrTooLongAOneIsRefused() {
        refuses(new Note("", NOON, 7), "The key of a statistic must not be empty");
        refuses(new Note("k".repeat(129), NOON, 7), "Parameter 'key' must not be longer than 128 characters");
    }

    @Test
    void figuresAreDeletedAndCounted() {
        stage.given(new StatisticRecorded("k", NOON, 7));
        assertThat(stage.when(new DeleteStatistics("k", NOON, null))).isEqualTo(3);
        assertThat(stage.facts()).containsExactly(new StatisticsDeleted("k", NOON, null));
    }

    @Test
    void whereThereIsNothingToDeleteNothingHappens() {
        assertThat(stage.when(new DeleteStatistics("k", null, null))).isEqualTo(0);
        assertThat(stage.facts()).isEmpty();

        stage.given(new StatisticRecorded("k", NOON, 7));
        recorded = 0;
        assertThat(stage.when(new DeleteStatistics("k", null, NOON))).isEqualTo(0);
        assertThat(stage.facts()).isEmpty();
    }
}
