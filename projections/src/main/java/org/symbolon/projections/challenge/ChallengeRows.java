package org.symbolon.projections.challenge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** Reads the table of challenges. It never reads a secret. */
public final class ChallengeRows {

    private static final String SELECT =
            """
            select id, transaction_id, serial, challenge, case when data_key is null then data else '' end as data,
                data_key is not null as secret, session, timestamp, expiration, received_count, otp_valid
            from challenge
            """;

    private static final String SETTLED =
            """
            select asked.id from unnest(cast(? as text[])) as asked (id)
            where not exists (select 1 from challenge where transaction_id = asked.id)
                or exists (
                    select 1 from challenge
                    where transaction_id = asked.id
                        and (otp_valid or data in ('%s', '%s') and data_key is null))
            """
                    .formatted(ChallengeProjection.DECLINED, ChallengeProjection.CANCELLED);

    private final JdbcOperations jdbc;

    public ChallengeRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that fit the clauses behind {@code from challenge}. */
    public List<ChallengeView> find(String clauses, Object... arguments) {
        return jdbc.query(SELECT + clauses, ChallengeRows::view, arguments);
    }

    /** The ids of the transactions in which this token has a challenge that can be answered at this time, in their order. */
    public List<String> openTransactions(String serial, Instant now) {
        LocalDateTime time = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        return jdbc.queryForList(
                "select transaction_id from challenge where serial = ? and timestamp <= ? and expiration > ?"
                        + " order by transaction_id",
                String.class,
                serial,
                time,
                time);
    }

    /** Those of a transaction, in the order of their serials. */
    public List<ChallengeView> ofTransaction(String transactionId) {
        return find("where transaction_id = ? order by serial", transactionId);
    }

    /** Those of the transactions in which somebody has said yes or no by another way, or that have no challenge any more. */
    public List<String> settled(Collection<String> transactionIds) {
        return jdbc.queryForList(SETTLED, String.class, (Object) transactionIds.toArray(String[]::new));
    }

    public boolean anyExpiredBefore(Instant time) {
        Boolean any = jdbc.queryForObject(
                "select exists (select 1 from challenge where expiration < ?)",
                Boolean.class,
                LocalDateTime.ofInstant(time, ZoneOffset.UTC));
        return Boolean.TRUE.equals(any);
    }

    private static ChallengeView view(ResultSet row, int number) throws SQLException {
        return new ChallengeView(
                row.getLong("id"),
                row.getString("transaction_id"),
                row.getString("serial"),
                row.getString("challenge"),
                row.getString("data"),
                row.getBoolean("secret"),
                row.getString("session"),
                time(row, "timestamp"),
                time(row, "expiration"),
                row.getInt("received_count"),
                row.getBoolean("otp_valid"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
