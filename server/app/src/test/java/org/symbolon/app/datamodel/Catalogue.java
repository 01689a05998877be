package org.symbolon.app.datamodel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What PostgreSQL says of tables, which are named with their schemas. */
final class Catalogue {

    private static final String COLUMNS =
            """
            select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as needed,
                pg_get_expr(d.adbin, d.adrelid) as preset
            from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where a.attrelid = cast(? as regclass) and a.attnum > 0 and not a.attisdropped
            order by a.attnum
            """;

    private static final String INDEXES =
            """
            select i.relname as name, x.indisprimary as is_primary, x.indisunique as is_unique, array_to_string(array(
                select coalesce(a.attname, '()') from unnest(cast(x.indkey as int2[])) with ordinality k (number, place)
                left join pg_attribute a on a.attrelid = x.indrelid and a.attnum = k.number
                where k.place <= x.indnkeyatts order by k.place), ', ') as columns
            from pg_index x join pg_class i on i.oid = x.indexrelid join pg_am m on m.oid = i.relam
            where m.amname = 'btree' and x.indrelid = cast(? as regclass)
            """;

    private static final String FOREIGN_KEYS =
            """
            select a.attname as name, t.relname || '.' || b.attname as target
            from pg_constraint c join pg_class t on t.oid = c.confrelid
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
            join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
            where c.contype = 'f' and c.conrelid = cast(? as regclass)
            """;

    private final JdbcClient jdbc;

    Catalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Index(String name, boolean isPrimary, boolean isUnique, String columns) {

        private List<String> names() {
            return List.of(columns.split(", ", -1));
        }
    }

    private record Raw(String name, String type, boolean needed, String preset) {}

    private record ForeignKey(String name, String target) {}

    Map<String, ModelColumn> columns(String table) {
        Map<String, Set<String>> keys = keys(table);
        Map<String, ModelColumn> columns = new LinkedHashMap<>();
        for (Raw raw : rows(COLUMNS, table, Raw.class)) {
            ModelColumn column = new ModelColumn(
                    raw.name(),
                    type(raw.type()),
                    raw.needed() ? "no" : "yes",
                    preset(raw.preset()),
                    keys.getOrDefault(raw.name(), Set.of()));
            columns.put(raw.name(), column);
        }
        return columns;
    }

    /** A number from a sequence is no default that a report could see. */
    private static String preset(String expression) {
        boolean isNone = expression == null || expression.startsWith("nextval(");
        return isNone ? "" : expression.replaceAll("::.*", "");
    }

    /** The columns with which an index begins. */
    Set<String> leading(String table) {
        return indexes(table).stream().map(index -> index.names().get(0)).collect(Collectors.toSet());
    }

    private Map<String, Set<String>> keys(String table) {
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        for (Index index : indexes(table)) {
            List<String> names = index.names();
            if (index.isPrimary()) {
                names.forEach(name -> add(keys, name, "PK"));
            } else if (index.isUnique()) {
                String last = names.get(names.size() - 1);
                add(keys, last, "unique " + index.name() + " (" + index.columns() + ")");
            } else {
                add(keys, names.get(0), "index");
            }
        }
        rows(FOREIGN_KEYS, table, ForeignKey.class).forEach(key -> add(keys, key.name(), "FK " + key.target()));
        return keys;
    }

    private static void add(Map<String, Set<String>> keys, String column, String key) {
        keys.computeIfAbsent(column, absent -> new TreeSet<>()).add(key);
    }

    private List<Index> indexes(String table) {
        return rows(INDEXES, table, Index.class);
    }

    private <T> List<T> rows(String sql, String table, Class<T> type) {
        return new ArrayList<>(jdbc.sql(sql).param(table).query(type).list());
    }

    private static String type(String formatted) {
        return formatted.replace("character varying", "varchar").replace(" without time zone", "");
    }
}
