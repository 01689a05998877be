package org.symbolon.query.smtpserver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;

/** Answers questions about mail servers. */
public class SmtpServerQueries {

    private final JdbcOperations jdbc;

    public SmtpServerQueries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public List<SmtpServerView> handle(ListSmtpServers query) {
        return jdbc.query("select * from smtpserver order by identifier", SmtpServerQueries::view);
    }

    private static SmtpServerView view(ResultSet row, int index) throws SQLException {
        return new SmtpServerView(
                row.getString("identifier"),
                row.getString("server"),
                row.getInt("port"),
                row.getString("username"),
                row.getString("data_key") != null,
                row.getString("sender"),
                row.getBoolean("tls"),
                row.getString("description"),
                row.getInt("timeout"),
                row.getBoolean("enqueue_job"));
    }
}
