package org.symbolon.endtoend.reliability.badinput;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.symbolon.projections.shared.ReadModelSchema;

/** What requests could have left behind in the database: events, and rows of the tables that commands change at once. */
final class Holdings {

    static final String AUDITED = "RequestAnswered";

    /** Tables that the trailing projectors fill, at any time. */
    private static final List<String> TRAILING = List.of(
            "clientapplication",
            "client_tracking",
            "effect",
            "mfa_audit",
            "projection_position",
            "unreadable_event",
            "audit_head",
            "audit_checkpoint",
            "audit_count",
            "audit_client_count",
            "audit_statistic",
            "token_counted",
            "token_count",
            "statistics_change");

    /** Rows that they add to a table which is not theirs alone. */
    private static final String NOT_TRAILING =
            " where \"Key\" not in ('count_auth', 'count_auth_success', 'last_auth', 'failcounter_exceeded',"
                    + " 'hashlib', 'timeStep', 'timeWindow', 'timeShift', 'otp1c', 'dueDate', 'revocation_reason')";

    /** What becomes of an effect that an earlier request had planned is told at any time as well; that one is planned is not. */
    private static final Set<String> OF_THE_OUTBOX = Set.of("EffectAttemptFailed", "EffectCarriedOut", "EffectGivenUp");

    private final JdbcClient jdbc;
    private final String sql;
    private long lastEvent;

    /**
     * What there is at one moment.
     *
     * @param events the names of the events since the last look, in their order
     * @param longestFact how long the longest of those events of the audit is
     * @param rows how many rows each table has
     */
    record Look(List<String> events, int longestFact, String rows) {}

    private record Row(long last, String events, int longest, String rows) {}

    Holdings(JdbcClient jdbc) {
        this.jdbc = jdbc;
        List<String> tables = new ArrayList<>(ReadModelSchema.tables());
        tables.removeAll(TRAILING);
        String counts = tables.stream()
                .map(table ->
                        "(select count(*) from rm." + table + (table.equals("tokeninfo") ? NOT_TRAILING : "") + ")")
                .collect(Collectors.joining(", "));
        sql = "select coalesce(max(global_index), 0) as last,"
                + " coalesce(string_agg(payload_type, ' ' order by global_index), '') as events,"
                + " coalesce(max(length(payload)) filter (where payload_type = '" + AUDITED + "'), 0) as longest,"
                + " concat_ws(' ', "
                + counts + ", (select count(*) from data_key)) as rows from domain_event where global_index > ?";
    }

    Look look() {
        Row row = jdbc.sql(sql).param(lastEvent).query(Row.class).single();
        lastEvent = Math.max(lastEvent, row.last());
        List<String> events = Stream.of(row.events().split(" "))
                .filter(event -> !event.isEmpty() && !OF_THE_OUTBOX.contains(event))
                .toList();
        return new Look(events, row.longest(), row.rows());
    }

    long auditRows() {
        return jdbc.sql("select count(*) from rm.mfa_audit").query(Long.class).single();
    }
}
