package org.symbolon.projections.audit;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Keeps two counts of the audit, so that nobody has to count its rows: how many are alike in the columns of few different
 * values, and how many requests of each action there were in each hour. The first speaks of the rows that are there; the
 * second of all that happened, whether their rows were removed since or not. What is null counts as the empty text.
 */
public final class AuditCounts {

    /** The columns in which counted rows are alike. */
    public static final List<String> COLUMNS =
            List.of("action", "success", "token_type", "realm", "resolver", "administrator", "edumfa_server");

    private static final List<Function<AuditRow, Object>> VALUES = List.of(
            AuditRow::action,
            AuditRow::success,
            AuditRow::tokenType,
            AuditRow::realm,
            AuditRow::resolver,
            AuditRow::administrator,
            AuditRow::server);

    private AuditCounts() {}

    static void add(JdbcOperations jdbc, List<ChainedRow> rows) {
        addKinds(jdbc, rows);
        addHours(jdbc, rows);
    }

    private static void addKinds(JdbcOperations jdbc, List<ChainedRow> rows) {
        Map<List<String>, Long> counts = new LinkedHashMap<>();
        for (ChainedRow chained : rows) {
            List<String> kind = VALUES.stream()
                    .map(value -> Objects.toString(value.apply(chained.row()), ""))
                    .toList();
            counts.merge(kind, 1L, Long::sum);
        }
        jdbc.update(
                """
                insert into audit_count
                    (action, success, token_type, realm, resolver, administrator, edumfa_server, total)
                select * from unnest(cast(? as text[]), cast(? as integer[]), cast(? as text[]), cast(? as text[]),
                    cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as bigint[]))
                on conflict (action, success, token_type, realm, resolver, administrator, edumfa_server)
                do update set total = audit_count.total + excluded.total
                """,
                columns(counts, COLUMNS.size()));
    }

    private static void addHours(JdbcOperations jdbc, List<ChainedRow> rows) {
        Map<List<String>, Long> counts = new LinkedHashMap<>();
        for (ChainedRow chained : rows) {
            AuditRow row = chained.row();
            LocalDateTime hour = row.date().truncatedTo(ChronoUnit.HOURS);
            String action = Objects.requireNonNullElse(row.action(), "");
            counts.merge(List.of(hour.toString(), action, Integer.toString(row.success())), 1L, Long::sum);
        }
        jdbc.update(
                """
                insert into audit_statistic (hour, action, success, total)
                select * from unnest(cast(? as timestamp[]), cast(? as text[]), cast(? as integer[]), cast(? as bigint[]))
                on conflict (hour, action, success) do update set total = audit_statistic.total + excluded.total
                """,
                columns(counts, 3));
    }

    /** The parts of the keys, each as one column, and behind them the counts. */
    private static Object[] columns(Map<List<String>, Long> counts, int parts) {
        Object[] columns = new Object[parts + 1];
        for (int part = 0; part < parts; part++) {
            int index = part;
            columns[part] = counts.keySet().stream().map(key -> key.get(index)).toArray(String[]::new);
        }
        columns[parts] = counts.values().toArray(Long[]::new);
        return columns;
    }

    /** Removes the rows up to this number and what was counted of them. */
    static void removeRows(JdbcOperations jdbc, long lastRemoved) {
        jdbc.update(
                """
                with gone as (
                    delete from mfa_audit where id <= ?
                    returning coalesce(action, '') as action, success, coalesce(token_type, '') as token_type,
                        coalesce(realm, '') as realm, coalesce(resolver, '') as resolver,
                        coalesce(administrator, '') as administrator, coalesce(edumfa_server, '') as edumfa_server),
                less as (
                    select gone.*, count(*) as total from gone
                    group by action, success, token_type, realm, resolver, administrator, edumfa_server)
                update audit_count set total = audit_count.total - less.total from less
                where audit_count.action = less.action and audit_count.success = less.success
                    and audit_count.token_type = less.token_type and audit_count.realm = less.realm
                    and audit_count.resolver = less.resolver and audit_count.administrator = less.administrator
                    and audit_count.edumfa_server = less.edumfa_server
                """,
                lastRemoved);
        jdbc.update("delete from audit_count where total <= 0");
    }
}
