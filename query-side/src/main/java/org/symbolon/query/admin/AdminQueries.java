package org.symbolon.query.admin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;

/** Answers questions about local administrators. */
public class AdminQueries {

    private static final String SELECT = "select username, password, email from admin";

    private final JdbcOperations jdbc;

    public AdminQueries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public Optional<AdminView> handle(FindAdmin query) {
        return jdbc.query(SELECT + " where username = ?", (row, number) -> read(row), query.username()).stream()
                .findFirst();
    }

    @QueryHandler
    public List<AdminView> handle(ListAdmins query) {
        return jdbc.query(SELECT + " order by username", (row, number) -> read(row));
    }

    private static AdminView read(ResultSet row) throws SQLException {
        return new AdminView(row.getString(1), row.getString(2), row.getString(3));
    }
}
