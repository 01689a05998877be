package org.symbolon.query.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;

/** Answers questions about recovery codes. */
public class PasswordResetQueries {

    private final JdbcOperations jdbc;

    public PasswordResetQueries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public List<PasswordResetView> handle(ListPasswordResets query) {
        return jdbc.query(
                """
                select id, recoverycode, resolver, email, timestamp, expiration from passwordreset
                where username = ? and realm = ? order by id
                """,
                PasswordResetQueries::view,
                query.username(),
                query.realm());
    }

    private static PasswordResetView view(ResultSet row, int index) throws SQLException {
        return new PasswordResetView(
                row.getInt("id"),
                row.getString("recoverycode"),
                row.getString("resolver"),
                row.getString("email"),
                instant(row, "timestamp"),
                instant(row, "expiration"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
