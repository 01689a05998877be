package org.symbolon.projections.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.shared.TextColumns;

/**
 * A table that says how many rows of the audit are alike.
 *
 * @param table its name
 * @param columns the columns in which they are; null counts as the empty text
 */
public record AuditCount(String table, List<String> columns) {

    private static final String SUCCESS = "success";

    private static final Map<String, Function<AuditRow, Object>> VALUES = Map.of(
            "action",
            AuditRow::action,
            SUCCESS,
            AuditRow::success,
            "token_type",
            AuditRow::tokenType,
            "realm",
            AuditRow::realm,
            "resolver",
            AuditRow::resolver,
            "administrator",
            AuditRow::administrator,
            "edumfa_server",
            AuditRow::server,
            "client",
            AuditRow::client);

    void add(JdbcOperations jdbc, List<ChainedRow> rows) {
        Map<List<String>, Long> counts = new LinkedHashMap<>();
        for (ChainedRow chained : rows) {
            List<String> kind = columns.stream()
                    .map(column -> Objects.toString(VALUES.get(column).apply(chained.row()), ""))
                    .toList();
            counts.merge(kind, 1L, Long::sum);
        }
        String names = String.join(", ", columns);
        jdbc.update(
                "insert into %1$s (%2$s, total) select * from unnest(%3$s, cast(? as bigint[]))"
                                .formatted(table, names, joined(", ", AuditCount::parameter))
                        + " on conflict (%2$s) do update set total = %1$s.total + excluded.total"
                                .formatted(table, names),
                TextColumns.of(
                        counts.entrySet().stream()
                                .map(count -> Stream.concat(count.getKey().stream(), Stream.of(count.getValue()))
                                        .toArray()),
                        columns.size() + 1));
    }

    /** Takes back what was counted of the rows up to this number. */
    void remove(JdbcOperations jdbc, long lastRemoved) {
        String same = joined(" and ", column -> "%1$s.%2$s = less.%2$s".formatted(table, column));
        jdbc.update(
                "with less as (select %s, count(*) as less from mfa_audit where id <= ? group by %s)"
                                .formatted(
                                        joined(", ", column -> value(column) + " as " + column),
                                        joined(", ", AuditCount::value))
                        + " update %1$s set total = %1$s.total - less.less from less where %2$s".formatted(table, same),
                lastRemoved);
        jdbc.update("delete from " + table + " where total <= 0");
    }

    private String joined(String separator, UnaryOperator<String> text) {
        return columns.stream().map(text).collect(Collectors.joining(separator));
    }

    private static String parameter(String column) {
        return column.equals(SUCCESS) ? "cast(? as integer[])" : "cast(? as text[])";
    }

    private static String value(String column) {
        return column.equals(SUCCESS) ? column : "coalesce(" + column + ", '')";
    }
}
