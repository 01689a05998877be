package org.symbolon.endtoend.reliability.badinput;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
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
    private static final String OF_OTHERS = "tokeninfo";

    private static final String NOT_TRAILING =
            " when (%s.\"Key\" not in ('count_auth', 'count_auth_success', 'last_auth', 'failcounter_exceeded',"
                    + " 'hashlib', 'timeStep', 'timeWindow', 'timeShift', 'otp1c', 'dueDate', 'revocation_reason'))";

    /** What becomes of an effect that an earlier request had planned is told at any time as well; that one is planned is not. */
    private static final Set<String> OF_THE_OUTBOX = Set.of("EffectAttemptFailed", "EffectCarriedOut", "EffectGivenUp");

    private static final String LOOK = "select coalesce(max(global_index), 0) as last,"
            + " coalesce(string_agg(payload_type, ' ' order by global_index), '') as events,"
            + " coalesce(max(length(payload)) filter (where payload_type = '" + AUDITED + "'), 0) as longest,"
            + " (select coalesce(max(id), 0) from watch.touched) as touch,"
            + " (select coalesce(string_agg(distinct name, ' '), '') from watch.touched where id > ?) as tables"
            + " from domain_event where global_index > ?";

    private final JdbcClient jdbc;
    private long lastEvent;
    private long lastTouch;

    /**
     * What happened since the last look.
     *
     * @param events their names, in their order
     * @param longestFact how long the longest of those events of the audit is
     * @param tables those to which a row came or from which one went
     */
    record Look(List<String> events, int longestFact, String tables) {}

    private record Row(long last, String events, int longest, long touch, String tables) {}

    /**
     * Has the database note each row that comes or goes, which costs less than to count all of them after each request. It has no
     * statistics here, and would read all there is for the few that are new.
     */
    Holdings(HikariDataSource ofServer) {
        jdbc = JdbcClient.create(new SingleConnectionDataSource(
                ofServer.getJdbcUrl(), ofServer.getUsername(), ofServer.getPassword(), true));
        Stream.of(
                        "set enable_seqscan = off",
                        "create schema watch",
                        "create table watch.touched (id bigint generated always as identity primary key, name text)",
                        "create function watch.touch() returns trigger language plpgsql as"
                                + " 'begin insert into watch.touched (name) values (tg_table_name); return null; end'")
                .forEach(this::run);
        List<String> tables = new ArrayList<>(ReadModelSchema.tables());
        tables.removeAll(TRAILING);
        tables.forEach(table -> watch("rm", table));
        watch("public", "data_key");
    }

    private void watch(String schema, String table) {
        boolean ofOthers = table.equals(OF_OTHERS);
        Map.of("insert", "new", "delete", "old")
                .forEach((happening, row) -> run("create trigger watched_" + happening + " after " + happening + " on "
                        + schema + "." + table + " for each row" + (ofOthers ? NOT_TRAILING.formatted(row) : "")
                        + " execute function watch.touch()"));
    }

    /** Has it note nothing any more, and answers all tables that were noted. */
    Set<String> end() {
        Set<String> noted = jdbc.sql("select distinct name from watch.touched")
                .query(String.class)
                .set();
        run("drop schema watch cascade");
        return noted;
    }

    private void run(String statement) {
        jdbc.sql(statement).update();
    }

    Look look() {
        Row row = jdbc.sql(LOOK)
                .param(lastTouch)
                .param(lastEvent)
                .query(Row.class)
                .single();
        lastEvent = Math.max(lastEvent, row.last());
        lastTouch = row.touch();
        List<String> events = Stream.of(row.events().split(" "))
                .filter(event -> !event.isEmpty() && !OF_THE_OUTBOX.contains(event))
                .toList();
        return new Look(events, row.longest(), row.tables());
    }

    long auditRows() {
        return jdbc.sql("select count(*) from rm.mfa_audit").query(Long.class).single();
    }
}
