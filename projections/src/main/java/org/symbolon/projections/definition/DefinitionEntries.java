package org.symbolon.projections.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.definition.TypedEntries;
import org.symbolon.projections.shared.RowId;
import org.symbolon.projections.shared.StoredEntry;

/**
 * The table with the entries of configured definitions. Those that are written are added or replace others.
 *
 * @param owner the column with the definition's number
 */
public record DefinitionEntries(String table, String owner) implements DefinitionPart<TypedEntries> {

    @Override
    public void write(JdbcOperations jdbc, int number, TypedEntries settings, LongSupplier position) {
        List<Object[]> rows = new ArrayList<>();
        long event = position.getAsLong();
        new TreeMap<>(settings.entries())
                .forEach((key, entry) -> rows.add(new Object[] {
                    RowId.of(event, rows.size()),
                    number,
                    key,
                    StoredEntry.value(entry),
                    StoredEntry.type(entry),
                    StoredEntry.description(entry),
                    StoredEntry.dataKey(entry)
                }));
        String sql =
                """
                insert into %1$s (id, %2$s, "Key", "Value", "Type", "Description", data_key)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (%2$s, "Key") do update set "Value" = excluded."Value", "Type" = excluded."Type",
                    "Description" = excluded."Description", data_key = excluded.data_key
                """;
        jdbc.batchUpdate(sql.formatted(table, owner), rows);
    }
}
