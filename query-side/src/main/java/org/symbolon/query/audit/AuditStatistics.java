package org.symbolon.query.audit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.query.shared.Conditions;

/** Answers how many requests there were, from counts that are kept by the hour: how many rows the audit has plays no part. */
public class AuditStatistics {

    private final JdbcOperations jdbc;
    private final TrailingModels trailing;

    public AuditStatistics(JdbcOperations jdbc, TrailingModels trailing) {
        this.jdbc = jdbc;
        this.trailing = trailing;
    }

    @QueryHandler
    public List<RequestCount> handle(CountRequests query) {
        trailing.await();
        Conditions conditions = new Conditions()
                .and("audit_statistic.hour >= ? and audit_statistic.hour < ?", utc(query.from()), utc(query.until()))
                .matchesAsSql("audit_statistic.action", query.action());
        String period = query.period().name().toLowerCase(Locale.ROOT);
        return jdbc.query(
                "select date_trunc('" + period + "', audit_statistic.hour) as period, audit_statistic.action,"
                        + " coalesce(sum(total) filter (where success <> 0), 0) as succeeded,"
                        + " coalesce(sum(total) filter (where success = 0), 0) as failed"
                        + " from audit_statistic" + conditions.where()
                        + " group by period, audit_statistic.action order by period, audit_statistic.action limit ?",
                (row, number) -> new RequestCount(
                        row.getObject("period", LocalDateTime.class),
                        row.getString("action"),
                        row.getLong("succeeded"),
                        row.getLong("failed")),
                conditions.arguments(query.most()));
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
