package org.symbolon.projections.periodictask;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.periodictask.TaskDefinition;

/** Reads the periodic tasks from their tables. */
public final class PeriodicTaskRows {

    private final JdbcOperations jdbc;

    public PeriodicTaskRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, in the order in which those that are due take their turn. */
    public List<PeriodicTaskView> all() {
        Map<Integer, Map<String, String>> options = options();
        Map<Integer, Map<String, LocalDateTime>> lastRuns = lastRuns();
        return jdbc.query(
                """
                select id, name, active, retry_if_failed, interval, nodes, taskmodule, ordering, last_update
                from periodictask order by ordering, id
                """,
                (row, number) -> new PeriodicTaskView(
                        row.getInt("id"),
                        definition(row, options.getOrDefault(row.getInt("id"), Map.of())),
                        row.getObject("last_update", LocalDateTime.class),
                        lastRuns.getOrDefault(row.getInt("id"), Map.of())));
    }

    private static TaskDefinition definition(ResultSet row, Map<String, String> options) throws SQLException {
        return new TaskDefinition(
                row.getString("name"),
                row.getBoolean("active"),
                row.getBoolean("retry_if_failed"),
                row.getString("interval"),
                List.of(row.getString("nodes").split(", ")),
                row.getString("taskmodule"),
                row.getInt("ordering"),
                options);
    }

    private Map<Integer, Map<String, String>> options() {
        Map<Integer, Map<String, String>> options = new HashMap<>();
        jdbc.query("select periodictask_id, key, value from periodictaskoption", row -> {
            options.computeIfAbsent(row.getInt("periodictask_id"), id -> new HashMap<>())
                    .put(row.getString("key"), row.getString("value"));
        });
        return options;
    }

    private Map<Integer, Map<String, LocalDateTime>> lastRuns() {
        Map<Integer, Map<String, LocalDateTime>> lastRuns = new HashMap<>();
        jdbc.query("select periodictask_id, node, timestamp from periodictasklastrun", row -> {
            lastRuns.computeIfAbsent(row.getInt("periodictask_id"), id -> new HashMap<>())
                    .put(row.getString("node"), row.getObject("timestamp", LocalDateTime.class));
        });
        return lastRuns;
    }
}
