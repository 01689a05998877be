package org.symbolon.query.monitoring;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.monitoring.StatisticTimes;
import org.symbolon.query.shared.Conditions;

/** Answers questions about statistics that were noted, and about the one that is counted when somebody asks. */
public class MonitoringQueries {

    private final JdbcOperations jdbc;

    public MonitoringQueries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public List<String> handle(ListStatisticKeys query) {
        return jdbc.queryForList("select distinct stats_key from monitoringstats order by stats_key", String.class);
    }

    @QueryHandler
    public List<StatisticView> handle(ListStatistics query) {
        return jdbc.query(
                """
                select timestamp, stats_value from monitoringstats
                where stats_key = ? and timestamp between ? and ? order by timestamp
                """,
                (row, number) ->
                        new StatisticView(row.getObject("timestamp", LocalDateTime.class), row.getInt("stats_value")),
                query.key(),
                StatisticTimes.from(query.from()),
                StatisticTimes.to(query.to()));
    }

    @QueryHandler
    public Optional<Integer> handle(FindLastStatistic query) {
        return jdbc
                .queryForList(
                        "select stats_value from monitoringstats where stats_key = ? order by timestamp desc limit 1",
                        Integer.class,
                        query.key())
                .stream()
                .findFirst();
    }

    @QueryHandler
    public TokenFigures handle(CountTokenFigures query) {
        return jdbc.queryForObject(
                """
                select count(*) as tokens,
                    count(*) filter (where kind."Value" = 'hardware') as hardware,
                    count(*) filter (where kind."Value" = 'software') as software,
                    count(*) filter (where kind."Value" = 'hardware' and tokenowner.id is null) as unassigned_hardware,
                    count(tokenowner.id) as assigned,
                    (select count(*) from (select distinct owner.resolver, owner.user_id from tokenowner as owner
                        join token as owned on owned.id = owner.token_id where owned.active) as users) as users
                from token
                left join tokenowner on tokenowner.token_id = token.id
                left join tokeninfo as kind on kind.token_id = token.id and kind."Key" = 'tokenkind'
                """,
                (row, number) -> new TokenFigures(
                        row.getLong("tokens"),
                        row.getLong("hardware"),
                        row.getLong("software"),
                        row.getLong("unassigned_hardware"),
                        row.getLong("assigned"),
                        row.getLong("users")));
    }

    @QueryHandler
    public Integer handle(CountUsersWithToken query) {
        Conditions conditions = new Conditions().matchesIgnoringCase("token.tokentype", query.type());
        if (query.active() != null) {
            conditions.and("token.active = ?", query.active());
        }
        Conditions realm = new Conditions().matchesIgnoringCase("realm.name", query.realm());
        if (!realm.isEmpty()) {
            conditions.and(
                    "exists (select 1 from tokenrealm join realm on realm.id = tokenrealm.realm_id"
                            + " where tokenrealm.token_id = token.id and " + realm.all() + ")",
                    realm.arguments());
        }
        return jdbc.queryForObject(
                "select count(*) from (select distinct tokenowner.resolver, tokenowner.user_id from tokenowner"
                        + " join token on token.id = tokenowner.token_id" + conditions.where() + ") as users",
                Integer.class,
                conditions.arguments());
    }
}
