package org.symbolon.query.radiusserver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.shared.Sealed;

/** Answers those who ask RADIUS servers how one is reached, with its secret sealed. */
public class RadiusServerAccessQueries {

    private final JdbcOperations jdbc;

    public RadiusServerAccessQueries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public Optional<RadiusServerAccess> handle(FindRadiusServer query) {
        return jdbc
                .query(
                        "select * from radiusserver where identifier = ?",
                        RadiusServerAccessQueries::read,
                        query.identifier())
                .stream()
                .findFirst();
    }

    private static RadiusServerAccess read(ResultSet row, int index) throws SQLException {
        String key = row.getString("data_key");
        return new RadiusServerAccess(
                row.getString("server"),
                row.getInt("port"),
                key == null ? null : new Sealed(key, row.getString("secret")),
                row.getInt("timeout"),
                row.getInt("retries"),
                row.getBoolean("enforce_ma"));
    }
}
