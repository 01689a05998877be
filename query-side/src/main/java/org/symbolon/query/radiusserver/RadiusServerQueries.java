package org.symbolon.query.radiusserver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;

/** Answers questions about RADIUS servers. */
public class RadiusServerQueries {

    private final JdbcOperations jdbc;

    public RadiusServerQueries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public List<RadiusServerView> handle(ListRadiusServers query) {
        return jdbc.query("select * from radiusserver order by identifier", RadiusServerQueries::view);
    }

    private static RadiusServerView view(ResultSet row, int index) throws SQLException {
        return new RadiusServerView(
                row.getString("identifier"),
                row.getString("server"),
                row.getInt("port"),
                row.getString("dictionary"),
                row.getString("description"),
                row.getInt("timeout"),
                row.getInt("retries"),
                row.getBoolean("enforce_ma"));
    }
}
