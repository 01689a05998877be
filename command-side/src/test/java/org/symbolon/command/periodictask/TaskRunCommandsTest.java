package org.symbolon.command.periodictask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventcounter.Counters;
import org.symbolon.command.eventcounter.EventCounter;
import org.symbolon.command.monitoring.Statistic;
import org.symbolon.command.monitoring.Statistics;
import org.symbolon.command.periodictask.FinishTaskRun.CounterReading;
import org.symbolon.command.periodictask.FinishTaskRun.Outcome;
import org.symbolon.command.support.Stage;
import org.symbolon.events.eventcounter.EventCounterIncreased;
import org.symbolon.events.eventcounter.EventCounterReset;
import org.symbolon.events.monitoring.StatisticRecorded;
import org.symbolon.events.periodictask.PeriodicTaskDefined;
import org.symbolon.events.periodictask.PeriodicTaskDeleted;
import org.symbolon.events.periodictask.PeriodicTaskRan;
import org.symbolon.events.periodictask.PeriodicTaskRedefined;
import org.symbolon.events.periodictask.TaskDefinition;

class TaskRunCommandsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant RUN = NOON.plusNanos(123_456_789);

    private final SortedMap<String, Integer> held = new TreeMap<>();
    private final Stage stage = new Stage();

    TaskRunCommandsTest() {
        stage.handler(new TaskRunCommands(
                stage.repository(PeriodicTask.class),
                new Statistics(stage.repository(Statistic.class), (key, from, to) -> 0),
                new Counters(stage.repository(EventCounter.class), name -> name.equals("c") ? held : new TreeMap<>())));
    }

    @BeforeEach
    void stopTheClock() {
        GenericEventMessage.clock = Clock.fixed(RUN, ZoneOffset.UTC);
        stage.given(new PeriodicTaskDefined(1, on("node1", "node2")));
    }

    @AfterEach
    void restoreTheClock() {
        GenericEventMessage.clock = Clock.systemUTC();
    }

    private static TaskDefinition on(String... nodes) {
        return new TaskDefinition("a", true, true, "@hourly", List.of(nodes), "SimpleStats", 0, Map.of());
    }

    private static FinishTaskRun finish(Instant due, Map<String, Long> figures, CounterReading reading) {
        return new FinishTaskRun(1, "node1", due, NOON, figures, reading);
    }

    private static FinishTaskRun finish(Instant due) {
        return finish(due, Map.of(), null);
    }

    @Test
    void figuresAndTheRunArePutDownTogether() {
        assertThat(stage.when(finish(NOON, Map.of("total_tokens", 7L), null))).isEqualTo(Outcome.DONE);
        assertThat(stage.facts())
                .containsExactly(new StatisticRecorded("total_tokens", NOON, 7), new PeriodicTaskRan(1, "node1"));
    }

    @Test
    void aCounterIsReadAndBeginsAnewInTheSameTransaction() {
        held.put("x", 3);
        held.put("y", 4);
        stage.given(new EventCounterIncreased("c", "x", 3), new EventCounterIncreased("c", "y", 4));
        assertThat(stage.when(finish(NOON, Map.of(), new CounterReading("c", "key", true))))
                .isEqualTo(Outcome.DONE);
        assertThat(stage.facts())
                .containsExactlyInAnyOrder(
                        new EventCounterReset("c", "x"),
                        new EventCounterReset("c", "y"),
                        new StatisticRecorded("key", NOON, 7),
                        new PeriodicTaskRan(1, "node1"));
    }

    @Test
    void aCounterThatDoesNotExistIsNoFailure() {
        assertThat(stage.when(finish(NOON, Map.of(), new CounterReading("none", "key", true))))
                .isEqualTo(Outcome.NOTHING_COUNTED);
        assertThat(stage.facts()).containsExactly(new PeriodicTaskRan(1, "node1"));
    }

    @Test
    void whatHasRunSinceItWasDueDoesNotRunTwice() {
        stage.when(finish(NOON));
        assertThat(stage.when(finish(NOON, Map.of("total_tokens", 7L), null))).isEqualTo(Outcome.RUN_ALREADY);
        assertThat(stage.when(finish(RUN))).isEqualTo(Outcome.RUN_ALREADY);
        assertThat(stage.facts()).isEmpty();
        assertThat(stage.when(finish(RUN.plusSeconds(1)))).isEqualTo(Outcome.DONE);
    }

    @Test
    void eachNodeRunsForItself() {
        stage.when(finish(NOON));
        assertThat(stage.when(new FinishTaskRun(1, "node2", NOON, NOON, Map.of(), null)))
                .isEqualTo(Outcome.DONE);
    }

    @Test
    void whoDoesNotAskWhetherItIsDueRunsItInAnyCase() {
        stage.when(finish(NOON));
        assertThat(stage.when(finish(null))).isEqualTo(Outcome.DONE);
        assertThat(stage.facts()).containsExactly(new PeriodicTaskRan(1, "node1"));
    }

    @Test
    void aNodeThatLeavesATaskForgetsItsRuns() {
        stage.given(
                new PeriodicTaskRan(1, "node1"),
                new PeriodicTaskRedefined(1, on("node2")),
                new PeriodicTaskRedefined(1, on("node1")));
        assertThat(stage.when(finish(NOON))).isEqualTo(Outcome.DONE);
    }

    @Test
    void aRunThatFailedIsRecordedAlone() {
        stage.when(new RecordTaskRun(1, "node1"));
        assertThat(stage.facts()).containsExactly(new PeriodicTaskRan(1, "node1"));
        assertThat(stage.when(finish(NOON))).isEqualTo(Outcome.RUN_ALREADY);
    }

    @Test
    void whatCannotBePutDownLeavesNothingBehind() {
        refuses(finish(NOON, Map.of("k".repeat(129), 7L), null), 905);
        refuses(new FinishTaskRun(1, "n".repeat(256), null, NOON, Map.of(), null), 905);
        refuses(new RecordTaskRun(1, "n".repeat(256)), 905);
        stage.given(new PeriodicTaskDeleted(1));
        refuses(finish(NOON), 601);
        refuses(new RecordTaskRun(1, "node1"), 601);
        refuses(new RecordTaskRun(2, "node1"), 601);
    }

    private void refuses(Object command, int code) {
        assertThatThrownBy(() -> stage.when(command))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
        assertThat(stage.facts()).isEmpty();
    }
}
