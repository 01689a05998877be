package org.symbolon.projections.audit;

import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.shared.TextColumns;

/** Writes rows of the table mfa_audit, any number in one statement. */
final class AuditTable {

    /** Each parameter is a column. */
    private static final String INSERT =
            """
            insert into mfa_audit (id, date, startdate, duration, action, success, serial, token_type, "user", realm,
                resolver, administrator, action_detail, info, edumfa_server, client, loglevel, clearance_level,
                thread_id, policies, signature)
            select id, date, startdate, microseconds * interval '1 microsecond', action, success, serial, token_type,
                username, realm, resolver, administrator, action_detail, info, edumfa_server, client, loglevel,
                clearance_level, thread_id, policies, signature
            from unnest(cast(? as bigint[]), cast(? as timestamp[]), cast(? as timestamp[]), cast(? as bigint[]),
                    cast(? as text[]), cast(? as integer[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                    cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                    cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                    cast(? as text[]), cast(? as text[]))
                as answered (id, date, startdate, microseconds, action, success, serial, token_type, username, realm,
                    resolver, administrator, action_detail, info, edumfa_server, client, loglevel, clearance_level,
                    thread_id, policies, signature)
            """;

    private static final int COLUMNS = 21;

    private AuditTable() {}

    static void insert(JdbcOperations jdbc, List<ChainedRow> rows) {
        jdbc.update(INSERT, TextColumns.of(rows.stream().map(AuditTable::columns), COLUMNS));
    }

    private static Object[] columns(ChainedRow chained) {
        Object[] columns = Arrays.copyOf(chained.row().columns(), COLUMNS);
        columns[COLUMNS - 1] = chained.signature();
        return columns;
    }
}
