package org.symbolon.projections.eventhandler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.eventhandler.EventHandlerDefined;
import org.symbolon.events.eventhandler.EventHandlerDeleted;
import org.symbolon.events.eventhandler.EventHandlerDisabled;
import org.symbolon.events.eventhandler.EventHandlerEnabled;
import org.symbolon.events.eventhandler.EventHandlerRedefined;
import org.symbolon.events.eventhandler.HandlerDefinition;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.projections.shared.Position;
import org.symbolon.projections.shared.RowId;
import org.symbolon.projections.shared.StoredEntry;

/** Keeps the tables of event handlers, their options and their conditions. */
@ProcessingGroup("inline")
public class EventHandlerProjection {

    private final JdbcOperations jdbc;

    public EventHandlerProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(EventHandlerDefined event, @Position long position) {
        HandlerDefinition definition = event.definition();
        jdbc.update(
                """
                insert into eventhandler (name, active, event, handlermodule, action, position, ordering, id)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                columns(definition, event.handlerId()));
        writeConditions(event.handlerId(), definition.conditions(), position);
        writeOptions(event.handlerId(), event.options(), position);
    }

    @EventHandler
    void on(EventHandlerRedefined event, @Position long position) {
        HandlerDefinition definition = event.definition();
        jdbc.update(
                """
                update eventhandler set name = ?, active = ?, event = ?, handlermodule = ?, action = ?, position = ?,
                    ordering = ? where id = ?
                """,
                columns(definition, event.handlerId()));
        deleteDetails(event.handlerId());
        writeConditions(event.handlerId(), definition.conditions(), position);
        writeOptions(event.handlerId(), event.options(), position);
    }

    @EventHandler
    void on(EventHandlerEnabled event) {
        jdbc.update("update eventhandler set active = true where id = ?", event.handlerId());
    }

    @EventHandler
    void on(EventHandlerDisabled event) {
        jdbc.update("update eventhandler set active = false where id = ?", event.handlerId());
    }

    @EventHandler
    void on(EventHandlerDeleted event) {
        deleteDetails(event.handlerId());
        jdbc.update("delete from eventhandler where id = ?", event.handlerId());
    }

    private static Object[] columns(HandlerDefinition definition, int id) {
        return new Object[] {
            definition.name(),
            definition.active(),
            String.join(",", definition.events()),
            definition.module(),
            definition.action(),
            definition.position(),
            definition.ordering(),
            id
        };
    }

    private void deleteDetails(int id) {
        jdbc.update("delete from eventhandlercondition where eventhandler_id = ?", id);
        jdbc.update("delete from eventhandleroption where eventhandler_id = ?", id);
    }

    private void writeConditions(int id, Map<String, String> conditions, long position) {
        List<Object[]> rows = new ArrayList<>();
        new TreeMap<>(conditions)
                .forEach((key, value) -> rows.add(new Object[] {RowId.of(position, rows.size()), id, key, value}));
        jdbc.batchUpdate(
                "insert into eventhandlercondition (id, eventhandler_id, \"Key\", \"Value\") values (?, ?, ?, ?)",
                rows);
    }

    private void writeOptions(int id, Map<String, ConfigEntry> options, long position) {
        List<Object[]> rows = new ArrayList<>();
        new TreeMap<>(options)
                .forEach((key, entry) -> rows.add(new Object[] {
                    RowId.of(position, rows.size()),
                    id,
                    key,
                    StoredEntry.value(entry),
                    StoredEntry.type(entry),
                    StoredEntry.description(entry),
                    StoredEntry.dataKey(entry)
                }));
        jdbc.batchUpdate(
                """
                insert into eventhandleroption (id, eventhandler_id, "Key", "Value", "Type", "Description", data_key)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                rows);
    }
}
