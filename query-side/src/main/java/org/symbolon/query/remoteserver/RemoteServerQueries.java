package org.symbolon.query.remoteserver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;

/** Answers questions about remote servers. */
public class RemoteServerQueries {

    private final JdbcOperations jdbc;

    public RemoteServerQueries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public List<RemoteServerView> handle(ListRemoteServers query) {
        return jdbc.query("select * from edumfaserver order by identifier", RemoteServerQueries::view);
    }

    private static RemoteServerView view(ResultSet row, int index) throws SQLException {
        return new RemoteServerView(
                row.getInt("id"),
                row.getString("identifier"),
                row.getString("url"),
                row.getBoolean("tls"),
                row.getString("description"));
    }
}
