package org.symbolon.query.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.monitoring.StatisticTimes;
import org.symbolon.projections.shared.TrailingModels;

/** Answers questions about figures of past moments, once the facts until now are counted. */
public class PastFigureQueries {

    private static final String SUMS =
            """
            coalesce(sum(tokens), 0) as tokens, coalesce(sum(hardware), 0) as hardware,
                coalesce(sum(software), 0) as software, coalesce(sum(unassigned_hardware), 0) as unassigned_hardware,
                coalesce(sum(assigned), 0) as assigned, coalesce(sum(users), 0) as users
            """;
    private static final TokenFigures NONE = new TokenFigures(0, 0, 0, 0, 0, 0);

    private final JdbcOperations jdbc;
    private final TrailingModels trailing;

    public PastFigureQueries(JdbcOperations jdbc, TrailingModels trailing) {
        this.jdbc = jdbc;
        this.trailing = trailing;
    }

    @QueryHandler
    public TokenFigures handle(FindPastTokenFigures query) {
        trailing.await();
        return jdbc.queryForObject(
                "select " + SUMS + " from statistics_change where time <= ?",
                (row, number) -> figures(row),
                StatisticTimes.stored(query.moment()));
    }

    /** The changes are summed up by steps; what was before the first moment counts as the step before it. */
    @QueryHandler
    public List<PastTokenFigures> handle(ListPastTokenFigures query) {
        trailing.await();
        long steps = Duration.between(query.from(), query.to()).dividedBy(query.step());
        Instant last = query.from().plus(query.step().multipliedBy(steps));
        Map<Long, TokenFigures> changes = new HashMap<>();
        jdbc.query(
                """
                select greatest(0, ceil(extract(epoch from time - cast(? as timestamp)) * 1000 / cast(? as numeric)))
                    as step,
                """
                        + SUMS
                        + " from statistics_change where time <= ? group by 1",
                row -> {
                    changes.put(row.getLong("step"), figures(row));
                },
                StatisticTimes.stored(query.from()),
                query.step().toMillis(),
                StatisticTimes.stored(last));
        List<PastTokenFigures> series = new ArrayList<>();
        TokenFigures sum = NONE;
        for (long step = 0; step <= steps; step++) {
            sum = sum.plus(changes.getOrDefault(step, NONE));
            series.add(new PastTokenFigures(query.from().plus(query.step().multipliedBy(step)), sum));
        }
        return series;
    }

    @QueryHandler
    public List<AuthenticationCount> handle(CountAuthentications query) {
        trailing.await();
        Instant from = query.from().truncatedTo(ChronoUnit.HOURS);
        return jdbc.query(
                """
                select cast(floor(extract(epoch from hour - cast(? as timestamp)) * 1000 / cast(? as numeric)) as bigint)
                    as span, case success when 0 then 'rejected' else 'accepted' end as outcome, token_type, realm,
                    sum(total) as count
                from audit_statistic
                where hour >= ? and hour < ? and action ~ '^(GET|POST) /validate/(|radius|saml)check$'
                group by 1, 2, 3, 4 order by 1, 2, 3, 4
                """,
                (row, number) -> new AuthenticationCount(
                        from.plus(query.span().multipliedBy(row.getLong("span"))),
                        row.getString("outcome"),
                        row.getString("token_type"),
                        row.getString("realm"),
                        row.getLong("count")),
                StatisticTimes.stored(from),
                query.span().toMillis(),
                StatisticTimes.stored(from),
                StatisticTimes.stored(query.to()));
    }

    private static TokenFigures figures(ResultSet row) throws SQLException {
        return new TokenFigures(
                row.getLong("tokens"),
                row.getLong("hardware"),
                row.getLong("software"),
                row.getLong("unassigned_hardware"),
                row.getLong("assigned"),
                row.getLong("users"));
    }
}
