package org.symbolon.projections.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.projections.shared.StorableText;

/** One row of the audit without its place in the chain. Times are UTC and whole microseconds, as the table keeps them. */
public record AuditRow(
        long number,
        LocalDateTime date,
        LocalDateTime startDate,
        Duration duration,
        String action,
        int success,
        String serial,
        String tokenType,
        String user,
        String realm,
        String resolver,
        String administrator,
        String actionDetail,
        String info,
        String server,
        String client,
        String logLevel,
        String clearanceLevel,
        String threadId,
        String policies) {

    /** The columns that {@link #read} wants, of a table that goes by the name {@code audit}. */
    public static final String COLUMNS =
            """
            audit.id, audit.date, audit.startdate, audit.action, audit.success, audit.serial, audit.token_type,
            audit."user", audit.realm, audit.resolver, audit.administrator, audit.action_detail, audit.info,
            audit.edumfa_server, audit.client, audit.loglevel, audit.clearance_level, audit.thread_id, audit.policies,
            cast(extract(epoch from audit.duration) * 1000000 as bigint) as microseconds, audit.signature
            """;

    /** As long as a name can be: rights are decided by whose a row is. */
    private static final int NAME = 255;

    /** The row that an answered request makes; texts are cut to what their columns take. */
    static AuditRow of(long number, RequestAnswered event, Map<String, ?> metadata, Instant time) {
        return new AuditRow(
                number,
                utc(time),
                utc(event.started()),
                event.duration() == null ? null : event.duration().truncatedTo(ChronoUnit.MICROS),
                StorableText.cut(event.action(), 50),
                event.success() ? 1 : 0,
                StorableText.cut(event.serial(), 40),
                StorableText.cut(event.tokenType(), 12),
                StorableText.cut(event.user(), NAME),
                StorableText.cut(event.realm(), NAME),
                StorableText.cut(event.resolver(), NAME),
                StorableText.cut(event.administrator(), 64),
                StorableText.cut(event.actionDetail(), 128),
                StorableText.cut(event.info(), 128),
                StorableText.cut((String) metadata.get("node"), 255),
                StorableText.cut(Objects.requireNonNullElse((String) metadata.get("client"), ""), 50),
                null,
                null,
                StorableText.cut(Objects.requireNonNullElse(event.thread(), "0"), 20),
                PolicyNames.cut(StorableText.of(event.policies()), 255));
    }

    /** The current row of a result that has the {@link #COLUMNS}. */
    public static AuditRow read(ResultSet row) throws SQLException {
        Long microseconds = row.getObject("microseconds", Long.class);
        return new AuditRow(
                row.getLong("id"),
                row.getObject("date", LocalDateTime.class),
                row.getObject("startdate", LocalDateTime.class),
                microseconds == null ? null : Duration.of(microseconds, ChronoUnit.MICROS),
                row.getString("action"),
                row.getInt("success"),
                row.getString("serial"),
                row.getString("token_type"),
                row.getString("user"),
                row.getString("realm"),
                row.getString("resolver"),
                row.getString("administrator"),
                row.getString("action_detail"),
                row.getString("info"),
                row.getString("edumfa_server"),
                row.getString("client"),
                row.getString("loglevel"),
                row.getString("clearance_level"),
                row.getString("thread_id"),
                row.getString("policies"));
    }

    /** All columns but the signature, in the order in which they are chained. */
    Object[] columns() {
        return new Object[] {
            number,
            date,
            startDate,
            microseconds(),
            action,
            success,
            serial,
            tokenType,
            user,
            realm,
            resolver,
            administrator,
            actionDetail,
            info,
            server,
            client,
            logLevel,
            clearanceLevel,
            threadId,
            policies
        };
    }

    private Long microseconds() {
        return duration == null ? null : duration.toSeconds() * 1_000_000 + duration.toNanosPart() / 1000;
    }

    private static LocalDateTime utc(Instant time) {
        return time == null ? null : LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }
}
