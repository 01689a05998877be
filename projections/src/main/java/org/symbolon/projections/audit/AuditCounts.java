package org.symbolon.projections.audit;

import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Keeps counts of the audit's rows, so that nobody has to count them: how many are alike in some columns of few different
 * values. What is null counts as the empty text.
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
    }

    /** Removes the rows up to this number and what was counted of them. */
    static void removeRows(JdbcOperations jdbc, long lastRemoved) {
        ALL.forEach(count -> count.remove(jdbc, lastRemoved));
        jdbc.update("delete from mfa_audit where id <= ?", lastRemoved);
    }
}
