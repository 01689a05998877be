package org.symbolon.projections.auth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.TokenOwner;

/** Reads the table of cached log-ins, and locks rows of it for those who decide about them. */
public final class CachedLoginRows {

    private static final String SELECT =
            "select id, first_auth, last_auth, auth_count, authentication, data_key from authcache ";

    private final JdbcOperations jdbc;

    public CachedLoginRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** A cached log-in as it is now. */
    public record Row(long id, Instant firstUsed, Instant lastUsed, int uses, Sealed password) {}

    /** Those of a user under this name, the oldest first. */
    public List<Row> of(String username, TokenOwner user) {
        return jdbc.query(
                SELECT + "where username = ? and realm = ? and resolver = ? and user_id = ? order by id",
                CachedLoginRows::row,
                username,
                user.realm(),
                user.resolver(),
                user.userId());
    }

    /** Those of a user under all his names and in all realms. */
    public List<Row> lockAllOf(TokenOwner user) {
        return jdbc.query(
                SELECT + "where user_id = ? and resolver = ? order by id for update",
                CachedLoginRows::row,
                user.userId(),
                user.resolver());
    }

    public List<Row> lock(Collection<Long> ids) {
        return jdbc.query(SELECT + "where id = any(?) order by id for update", CachedLoginRows::row, (Object)
                ids.toArray(Long[]::new));
    }

    public List<Row> lockUnusedSince(Instant time, int most) {
        return jdbc.query(
                SELECT + "where last_auth < ? order by id limit ? for update",
                CachedLoginRows::row,
                LocalDateTime.ofInstant(time, ZoneOffset.UTC),
                most);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                time(row, "first_auth"),
                time(row, "last_auth"),
                row.getInt("auth_count"),
                new Sealed(row.getString("data_key"), row.getString("authentication")));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
