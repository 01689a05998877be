package org.symbolon.query.smtpserver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.shared.Sealed;

/** Answers those who send mail how a server is reached, with its password sealed. */
public class MailServerAccessQueries {

    private final JdbcOperations jdbc;

    public MailServerAccessQueries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public Optional<MailServerAccess> handle(FindMailServer query) {
        return jdbc
                .query(
                        "select * from smtpserver where identifier = ?",
                        MailServerAccessQueries::read,
                        query.identifier())
                .stream()
                .findFirst();
    }

    private static MailServerAccess read(ResultSet row, int index) throws SQLException {
        String key = row.getString("data_key");
        return new MailServerAccess(
                row.getString("server"),
                row.getInt("port"),
                row.getString("username"),
                key == null ? null : new Sealed(key, row.getString("password")),
                row.getString("sender"),
                row.getBoolean("tls"),
                row.getInt("timeout"));
    }
}
