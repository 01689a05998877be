package org.symbolon.projections.audit;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Keeps counts of the audit, so that nobody has to count its rows: how many are alike in some columns of few different
 * values, and how many requests of each action there were in each hour. The first speak of the rows that are there; the
 * last of all that happened, whether their rows were removed since or not. What is null counts as the empty text.
 */
public final class AuditCounts {

    private static final AuditCount KINDS = new AuditCount(
            "audit_count",
            List.of("action", "success", "token_type", "realm", "resolver", "administrator", "edumfa_server"));
    /** Addresses are too many to tell them apart in all that the others are told apart by. */
    private static final AuditCount CLIENTS =
            new AuditCount("audit_client_count", List.of("client", "action", "success", "realm"));

    /** The counts of rows that are there; what two of them know costs less to read from the first. */
    public static final List<AuditCount> ALL = List.of(KINDS, CLIENTS);

    private AuditCounts() {}

    static void add(JdbcOperations jdbc, List<ChainedRow> rows) {
        ALL.forEach(count -> count.add(jdbc, rows));
        addHours(jdbc, rows);
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
                AuditCount.columns(counts, 3));
    }

    /** Removes the rows up to this number and what was counted of them. */
    static void removeRows(JdbcOperations jdbc, long lastRemoved) {
        ALL.forEach(count -> count.remove(jdbc, lastRemoved));
        jdbc.update("delete from mfa_audit where id <= ?", lastRemoved);
    }
}
