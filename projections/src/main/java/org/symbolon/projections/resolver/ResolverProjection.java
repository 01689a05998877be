package org.symbolon.projections.resolver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.resolver.ResolverCreated;
import org.symbolon.events.resolver.ResolverDeleted;
import org.symbolon.events.resolver.ResolverReconfigured;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.projections.shared.Position;
import org.symbolon.projections.shared.RowId;
import org.symbolon.projections.shared.StoredEntry;

/** Keeps the tables of resolvers and their configuration. */
@ProcessingGroup("inline")
public class ResolverProjection {

    private final JdbcOperations jdbc;

    public ResolverProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(ResolverCreated event, @Position long position) {
        jdbc.update(
                "insert into resolver (id, name, rtype) values (?, ?, ?)",
                event.resolverId(),
                event.name(),
                event.type());
        write(event.resolverId(), event.entries(), position);
    }

    @EventHandler
    void on(ResolverReconfigured event, @Position long position) {
        write(event.resolverId(), event.entries(), position);
    }

    /** The resolver's own row goes first: that waits for whoever is just putting it into a realm. */
    @EventHandler
    void on(ResolverDeleted event) {
        jdbc.update("delete from resolver where id = ?", event.resolverId());
        jdbc.update("delete from resolverconfig where resolver_id = ?", event.resolverId());
        jdbc.update("delete from resolverrealm where resolver_id = ?", event.resolverId());
    }

    private void write(int resolverId, Map<String, ConfigEntry> entries, long position) {
        List<Object[]> rows = new ArrayList<>();
        new TreeMap<>(entries)
                .forEach((key, entry) -> rows.add(new Object[] {
                    RowId.of(position, rows.size()),
                    resolverId,
                    key,
                    StoredEntry.value(entry),
                    StoredEntry.type(entry),
                    StoredEntry.description(entry),
                    StoredEntry.dataKey(entry)
                }));
        jdbc.batchUpdate(
                """
                insert into resolverconfig (id, resolver_id, "Key", "Value", "Type", "Description", data_key)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (resolver_id, "Key") do update set "Value" = excluded."Value", "Type" = excluded."Type",
                    "Description" = excluded."Description", data_key = excluded.data_key
                """,
                rows);
    }
}
