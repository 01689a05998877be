package org.symbolon.projections.periodictask;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.periodictask.PeriodicTaskDefined;
import org.symbolon.events.periodictask.PeriodicTaskDeleted;
import org.symbolon.events.periodictask.PeriodicTaskDisabled;
import org.symbolon.events.periodictask.PeriodicTaskEnabled;
import org.symbolon.events.periodictask.PeriodicTaskRan;
import org.symbolon.events.periodictask.PeriodicTaskRedefined;
import org.symbolon.events.periodictask.TaskDefinition;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;

class PeriodicTaskProjectionTest {

    private static final Map<String, String> OPTIONS = Map.of("total_tokens", "True", "assigned_tokens", "");

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);

    @AfterEach
    void close() {
        database.close();
    }

    private List<PeriodicTaskView> after(Object... events) {
        stream.append(events).projectInline(new PeriodicTaskProjection(database.jdbc()));
        return new PeriodicTaskRows(database.jdbc()).all();
    }

    private static TaskDefinition task(String name, int ordering, Map<String, String> options, String... nodes) {
        return new TaskDefinition(name, true, false, "0 0 * * *", List.of(nodes), "SimpleStats", ordering, options);
    }

    /** Of the event with this position, as fine as the store keeps it. */
    private static LocalDateTime time(long position) {
        return LocalDateTime.ofInstant(EventStream.timeOf(position).truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }

    @Test
    void aTaskIsReadAsItWasDefined() {
        TaskDefinition task = task("one", 3, OPTIONS, "node1", "node2");

        assertThat(after(new PeriodicTaskDefined(4, task)))
                .containsExactly(new PeriodicTaskView(4, task, time(1), Map.of()));
        assertThat(database.rows("periodictask"))
                .containsExactly(
                        "{active=true, id=4, interval=0 0 * * *, last_update=2026-11-24 12:34:44.537, name=one,"
                                + " nodes=node1, node2, ordering=3, retry_if_failed=false, taskmodule=SimpleStats}");
        assertThat(database.rows("periodictaskoption"))
                .containsExactly(
                        "{id=1024, key=assigned_tokens, periodictask_id=4, value=}",
                        "{id=1025, key=total_tokens, periodictask_id=4, value=True}");
    }

    @Test
    void theLastRunOfEachNodeIsKept() {
        TaskDefinition task = task("one", 3, Map.of(), "node1", "node2");

        assertThat(after(
                        new PeriodicTaskDefined(4, task),
                        new PeriodicTaskRan(4, "node1"),
                        new PeriodicTaskRan(4, "node2"),
                        new PeriodicTaskRan(4, "node1")))
                .containsExactly(new PeriodicTaskView(4, task, time(1), Map.of("node1", time(4), "node2", time(3))));
    }

    @Test
    void optionsAndRunsThatATaskHasNoMoreAreGone() {
        TaskDefinition changed = task("two", 0, Map.of("user_with_token", "True"), "node2", "node3");

        assertThat(after(
                        new PeriodicTaskDefined(4, task("one", 3, OPTIONS, "node1", "node2")),
                        new PeriodicTaskRan(4, "node1"),
                        new PeriodicTaskRan(4, "node2"),
                        new PeriodicTaskRedefined(4, changed)))
                .containsExactly(new PeriodicTaskView(4, changed, time(4), Map.of("node2", time(3))));
        assertThat(database.rows("periodictasklastrun")).hasSize(1);
    }

    @Test
    void switchingATaskIsAnUpdateOfIt() {
        PeriodicTaskView off = after(
                        new PeriodicTaskDefined(4, task("one", 3, OPTIONS, "node1")), new PeriodicTaskDisabled(4))
                .get(0);
        assertThat(off.definition().active()).isFalse();
        assertThat(off.lastUpdate()).isEqualTo(time(2));

        PeriodicTaskView on = after(new PeriodicTaskEnabled(4)).get(0);
        assertThat(on.definition().active()).isTrue();
        assertThat(on.lastUpdate()).isEqualTo(time(3));
    }

    @Test
    void tasksTakeTheirTurnByOrderingThenNumber() {
        assertThat(after(
                        new PeriodicTaskDefined(1, task("a", 2, OPTIONS, "node1")),
                        new PeriodicTaskDefined(3, task("b", 0, OPTIONS, "node1")),
                        new PeriodicTaskDefined(2, task("c", 0, OPTIONS, "node1"))))
                .extracting(PeriodicTaskView::id)
                .containsExactly(2, 3, 1);
    }

    @Test
    void aDeletedTaskLeavesNothingBehind() {
        after(
                new PeriodicTaskDefined(1, task("a", 2, OPTIONS, "node1")),
                new PeriodicTaskRan(1, "node1"),
                new PeriodicTaskDeleted(1));

        assertThat(database.rows("periodictask")).isEmpty();
        assertThat(database.rows("periodictaskoption")).isEmpty();
        assertThat(database.rows("periodictasklastrun")).isEmpty();
    }
}
