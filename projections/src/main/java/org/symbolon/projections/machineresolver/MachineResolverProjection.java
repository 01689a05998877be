package org.symbolon.projections.machineresolver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.machineresolver.MachineResolverCreated;
import org.symbolon.events.machineresolver.MachineResolverDeleted;
import org.symbolon.events.machineresolver.MachineResolverReconfigured;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.projections.shared.Position;
import org.symbolon.projections.shared.RowId;
import org.symbolon.projections.shared.StoredEntry;

/** Keeps the tables of machine resolvers and their configuration. */
@ProcessingGroup("inline")
public class MachineResolverProjection {

    private final JdbcOperations jdbc;

    public MachineResolverProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(MachineResolverCreated event, @Position long position) {
        jdbc.update(
                "insert into machineresolver (id, name, rtype) values (?, ?, ?)",
                event.number(),
                event.name(),
                event.type());
        write(event.number(), event.entries(), position);
    }

    @EventHandler
    void on(MachineResolverReconfigured event, @Position long position) {
        write(event.number(), event.entries(), position);
    }

    /** The resolver's own row goes first: that waits for whoever is just attaching a token to one of its machines. */
    @EventHandler
    void on(MachineResolverDeleted event) {
        jdbc.update("delete from machineresolver where id = ?", event.number());
        jdbc.update("delete from machineresolverconfig where resolver_id = ?", event.number());
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
                insert into machineresolverconfig (id, resolver_id, "Key", "Value", "Type", "Description", data_key)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (resolver_id, "Key") do update set "Value" = excluded."Value", "Type" = excluded."Type",
                    "Description" = excluded."Description", data_key = excluded.data_key
                """,
                rows);
    }
}
