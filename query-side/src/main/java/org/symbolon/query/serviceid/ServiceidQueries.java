package org.symbolon.query.serviceid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;

/** Answers questions about service ids. */
public class ServiceidQueries {

    private final JdbcOperations jdbc;

    public ServiceidQueries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public List<ServiceidView> handle(ListServiceids query) {
        return jdbc.query(
                """
                select id, name, "Description" from serviceid
                where cast(? as text) is null or name = ? order by name
                """,
                ServiceidQueries::view,
                query.name(),
                query.name());
    }

    private static ServiceidView view(ResultSet row, int index) throws SQLException {
        return new ServiceidView(row.getInt("id"), row.getString("name"), row.getString("Description"));
    }
}
