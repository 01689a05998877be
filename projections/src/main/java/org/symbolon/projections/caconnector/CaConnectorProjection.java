package org.symbolon.projections.caconnector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.caconnector.CaConnectorCreated;
import org.symbolon.events.caconnector.CaConnectorDeleted;
import org.symbolon.events.caconnector.CaConnectorReconfigured;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.projections.shared.Position;
import org.symbolon.projections.shared.RowId;
import org.symbolon.projections.shared.StoredEntry;

/** Keeps the tables of CA connectors and their configuration. */
@ProcessingGroup("inline")
public class CaConnectorProjection {

    private final JdbcOperations jdbc;

    public CaConnectorProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(CaConnectorCreated event, @Position long position) {
        jdbc.update(
                "insert into caconnector (id, name, catype) values (?, ?, ?)",
                event.number(),
                event.name(),
                event.type());
        write(event.number(), event.entries(), position);
    }

    @EventHandler
    void on(CaConnectorReconfigured event, @Position long position) {
        write(event.number(), event.entries(), position);
    }

    @EventHandler
    void on(CaConnectorDeleted event) {
        jdbc.update("delete from caconnectorconfig where caconnector_id = ?", event.number());
        jdbc.update("delete from caconnector where id = ?", event.number());
    }

    private void write(int number, Map<String, ConfigEntry> entries, long position) {
        List<Object[]> rows = new ArrayList<>();
        new TreeMap<>(entries)
                .forEach((key, entry) -> rows.add(new Object[] {
                    RowId.of(position, rows.size()),
                    number,
                    key,
                    StoredEntry.value(entry),
                    StoredEntry.type(entry),
                    StoredEntry.description(entry),
                    StoredEntry.dataKey(entry)
                }));
        jdbc.batchUpdate(
                """
                insert into caconnectorconfig (id, caconnector_id, "Key", "Value", "Type", "Description", data_key)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (caconnector_id, "Key") do update set "Value" = excluded."Value", "Type" = excluded."Type",
                    "Description" = excluded."Description", data_key = excluded.data_key
                """,
                rows);
    }
}
