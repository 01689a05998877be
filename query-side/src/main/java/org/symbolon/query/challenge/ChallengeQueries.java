package org.symbolon.query.challenge;

import java.util.List;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.challenge.ChallengeRows;
import org.symbolon.projections.challenge.ChallengeView;
import org.symbolon.query.shared.Conditions;
import org.symbolon.query.shared.ReachConditions;

/** Answers questions about challenges. */
public class ChallengeQueries {

    private static final Set<String> SORTABLE = Set.of(
            "id",
            "transaction_id",
            "challenge",
            "session",
            "serial",
            "timestamp",
            "expiration",
            "received_count",
            "otp_valid");

    private final JdbcOperations jdbc;
    private final ChallengeRows rows;

    public ChallengeQueries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
        this.rows = new ChallengeRows(jdbc);
    }

    @QueryHandler
    public ChallengePage handle(ListChallenges query) {
        Conditions conditions =
                new Conditions().matches("serial", query.serial()).matches("transaction_id", query.transactionId());
        if (query.reach() != null) {
            Conditions seen = ReachConditions.overTokens(query.reach(), "token.id");
            conditions.and("serial in (select token.serial from token" + seen.where() + ")", seen.arguments());
        }
        Long count = jdbc.queryForObject(
                "select count(*) from challenge" + conditions.where(), Long.class, conditions.arguments());
        String column = query.sortBy() != null && SORTABLE.contains(query.sortBy()) ? query.sortBy() : "timestamp";
        String direction = query.sortDescending() ? " desc" : "";
        List<ChallengeView> page = rows.find(
                conditions.where() + " order by " + column + direction + ", id" + direction + " limit ? offset ?",
                conditions.arguments(query.paging().size(), query.paging().offset()));
        return new ChallengePage(count == null ? 0 : count, page);
    }

    @QueryHandler
    public List<String> handle(ListSettledTransactions query) {
        return rows.settled(query.transactionIds());
    }

    @QueryHandler
    public List<ChallengeView> handle(ListValidChallenges query) {
        return rows.ofTransaction(query.transactionId()).stream()
                .filter(challenge -> challenge.isValidAt(query.at()))
                .toList();
    }
}
