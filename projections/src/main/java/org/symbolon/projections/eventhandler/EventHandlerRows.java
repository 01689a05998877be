package org.symbolon.projections.eventhandler;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.eventhandler.HandlerDefinition;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.projections.shared.StoredEntry;

/** Reads the event handlers from their tables. */
public final class EventHandlerRows {

    private final JdbcOperations jdbc;

    public EventHandlerRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, in the order in which they take their turn. */
    public List<EventHandlerView> all() {
        Map<Integer, Map<String, String>> conditions = conditions();
        Map<Integer, Map<String, ConfigEntry>> options = options();
        return jdbc.query(
                """
                select id, name, active, event, handlermodule, action, position, ordering from eventhandler
                order by ordering, id
                """,
                (row, number) -> new EventHandlerView(
                        row.getInt("id"),
                        definition(row, conditions.getOrDefault(row.getInt("id"), Map.of())),
                        options.getOrDefault(row.getInt("id"), Map.of())));
    }

    private static HandlerDefinition definition(ResultSet row, Map<String, String> conditions) throws SQLException {
        return new HandlerDefinition(
                row.getString("name"),
                row.getBoolean("active"),
                List.of(row.getString("event").split(",")),
                row.getString("handlermodule"),
                row.getString("action"),
                row.getString("position"),
                row.getInt("ordering"),
                conditions);
    }

    private Map<Integer, Map<String, String>> conditions() {
        Map<Integer, Map<String, String>> conditions = new HashMap<>();
        jdbc.query("select eventhandler_id, \"Key\", \"Value\" from eventhandlercondition", row -> {
            conditions
                    .computeIfAbsent(row.getInt("eventhandler_id"), id -> new HashMap<>())
                    .put(row.getString("Key"), row.getString("Value"));
        });
        return conditions;
    }

    private Map<Integer, Map<String, ConfigEntry>> options() {
        Map<Integer, Map<String, ConfigEntry>> options = new HashMap<>();
        jdbc.query(
                """
                select eventhandler_id, "Key", "Value", "Type", "Description", data_key from eventhandleroption
                """,
                row -> {
                    options.computeIfAbsent(row.getInt("eventhandler_id"), id -> new HashMap<>())
                            .put(row.getString("Key"), StoredEntry.read(row));
                });
        return options;
    }
}
