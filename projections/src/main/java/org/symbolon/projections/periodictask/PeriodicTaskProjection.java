package org.symbolon.projections.periodictask;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.periodictask.PeriodicTaskDefined;
import org.symbolon.events.periodictask.PeriodicTaskDeleted;
import org.symbolon.events.periodictask.PeriodicTaskDisabled;
import org.symbolon.events.periodictask.PeriodicTaskEnabled;
import org.symbolon.events.periodictask.PeriodicTaskRan;
import org.symbolon.events.periodictask.PeriodicTaskRedefined;
import org.symbolon.events.periodictask.TaskDefinition;
import org.symbolon.projections.shared.Position;
import org.symbolon.projections.shared.RowId;

/** Keeps the tables of periodic tasks, their options and their last runs. */
@ProcessingGroup("inline")
public class PeriodicTaskProjection {

    private final JdbcOperations jdbc;

    public PeriodicTaskProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(PeriodicTaskDefined event, @Position long position, @Timestamp Instant time) {
        jdbc.update(
                """
                insert into periodictask (name, active, retry_if_failed, interval, nodes, taskmodule, ordering,
                    last_update, id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                columns(event.definition(), time, event.taskId()));
        writeOptions(event.taskId(), event.definition().options(), position);
    }

    @EventHandler
    void on(PeriodicTaskRedefined event, @Position long position, @Timestamp Instant time) {
        int id = event.taskId();
        jdbc.update(
                """
                update periodictask set name = ?, active = ?, retry_if_failed = ?, interval = ?, nodes = ?,
                    taskmodule = ?, ordering = ?, last_update = ? where id = ?
                """,
                columns(event.definition(), time, id));
        jdbc.update("delete from periodictaskoption where periodictask_id = ?", id);
        writeOptions(id, event.definition().options(), position);
        jdbc.update(
                "delete from periodictasklastrun where periodictask_id = ? and node <> all (?)",
                id,
                event.definition().nodes().toArray(String[]::new));
    }

    @EventHandler
    void on(PeriodicTaskEnabled event, @Timestamp Instant time) {
        activate(event.taskId(), true, time);
    }

    @EventHandler
    void on(PeriodicTaskDisabled event, @Timestamp Instant time) {
        activate(event.taskId(), false, time);
    }

    @EventHandler
    void on(PeriodicTaskRan event, @Position long position, @Timestamp Instant time) {
        jdbc.update(
                """
                insert into periodictasklastrun (id, periodictask_id, node, timestamp) values (?, ?, ?, ?)
                on conflict (periodictask_id, node) do update set timestamp = excluded.timestamp
                """,
                RowId.of(position, 0),
                event.taskId(),
                event.node(),
                stored(time));
    }

    @EventHandler
    void on(PeriodicTaskDeleted event) {
        jdbc.update("delete from periodictaskoption where periodictask_id = ?", event.taskId());
        jdbc.update("delete from periodictasklastrun where periodictask_id = ?", event.taskId());
        jdbc.update("delete from periodictask where id = ?", event.taskId());
    }

    private static Object[] columns(TaskDefinition definition, Instant time, int id) {
        return new Object[] {
            definition.name(),
            definition.active(),
            definition.retryIfFailed(),
            definition.interval(),
            String.join(", ", definition.nodes()),
            definition.module(),
            definition.ordering(),
            stored(time),
            id
        };
    }

    private void activate(int id, boolean active, Instant time) {
        jdbc.update("update periodictask set active = ?, last_update = ? where id = ?", active, stored(time), id);
    }

    /** No finer than the store keeps the times of events, so that a rebuild brings the same. */
    private static LocalDateTime stored(Instant time) {
        return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }

    private void writeOptions(int id, Map<String, String> options, long position) {
        List<Object[]> rows = new ArrayList<>();
        new TreeMap<>(options)
                .forEach((key, value) -> rows.add(new Object[] {RowId.of(position, rows.size()), id, key, value}));
        jdbc.batchUpdate("insert into periodictaskoption (id, periodictask_id, key, value) values (?, ?, ?, ?)", rows);
    }
}
