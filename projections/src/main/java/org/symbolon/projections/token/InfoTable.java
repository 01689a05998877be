package org.symbolon.projections.token;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.shared.StorableText;

/** Writes and removes any number of rows of the table tokeninfo in one statement each. */
final class InfoTable {

    private final JdbcOperations jdbc;

    InfoTable(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the rows; one that is there already keeps its number. */
    void write(Collection<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into tokeninfo (id, token_id, "Key", "Value", "Type")
                select * from unnest(
                    cast(? as bigint[]), cast(? as integer[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
                on conflict (token_id, "Key") do update
                set "Value" = excluded."Value", "Type" = excluded."Type", "Description" = ''
                """,
                columns(rows).toArray());
    }

    /** The rows as arrays: ids, tokens, keys, values and types. */
    static List<Object> columns(Collection<Row> rows) {
        return List.of(
                column(rows, Row::id, Long[]::new),
                column(rows, Row::tokenId, Integer[]::new),
                column(rows, Row::key, String[]::new),
                column(rows, row -> StorableText.of(row.value()), String[]::new),
                column(rows, Row::type, String[]::new));
    }

    /** Removes the rows of these tokens and keys. */
    void remove(Collection<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                delete from tokeninfo using unnest(cast(? as integer[]), cast(? as text[])) as gone (token_id, name)
                where tokeninfo.token_id = gone.token_id and tokeninfo."Key" = gone.name
                """,
                column(entries, Entry::tokenId, Integer[]::new),
                column(entries, Entry::key, String[]::new));
    }

    /** Does to one token what an event's changes say. */
    void apply(int tokenId, List<InfoChange> changes, Function<InfoChange, Long> numbering) {
        remove(changes.stream()
                .filter(change -> change.value() == null)
                .map(change -> new Entry(tokenId, change.key()))
                .toList());
        write(changes.stream()
                .filter(change -> change.value() != null)
                .map(change -> new Row(numbering.apply(change), tokenId, change.key(), change.value(), change.type()))
                .toList());
    }

    private static <T, C> Object column(Collection<T> rows, Function<T, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    /** Which entry of which token. */
    record Entry(int tokenId, String key) {}

    /** A row as it is written. */
    record Row(long id, int tokenId, String key, String value, String type) {}
}
