package org.symbolon.store.readmodel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.smtpserver.SmtpServer;
import org.symbolon.command.smtpserver.port.DefinedSigners;
import org.symbolon.command.smtpserver.port.MailServer;
import org.symbolon.command.smtpserver.port.MailServers;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

/** Finds mail servers in the inline read model, and opens their passwords. */
@Component
public class SmtpServerLookups implements MailServers {

    private final JdbcOperations jdbc;
    private final SecretVault vault;
    private final ObjectProvider<DefinedSigners> signers;

    /** Signers are found where the events are, by commands, and so not before there is a bus. */
    public SmtpServerLookups(JdbcOperations jdbc, SecretVault vault, ObjectProvider<DefinedSigners> signers) {
        this.signers = signers;
        this.jdbc = jdbc;
        this.vault = vault;
    }

    private record Row(MailServer withoutPassword, Sealed password, String sender) {}

    @Override
    public Optional<Defined> find(String identifier) {
        String sql = "select server, port, username, password, data_key, tls, timeout, sender from smtpserver"
                + " where identifier = ?";
        List<Row> rows = jdbc.query(sql, (row, number) -> read(row), identifier);
        return rows.stream().findFirst().map(row -> opened(identifier, row));
    }

    private static Row read(ResultSet row) throws SQLException {
        String key = row.getString("data_key");
        MailServer server = new MailServer(
                row.getString("server"),
                row.getInt("port"),
                row.getString("username"),
                Secret.EMPTY,
                row.getBoolean("tls"),
                Duration.ofSeconds(row.getInt("timeout")));
        Sealed password = key == null ? null : new Sealed(key, row.getString("password"));
        return new Row(server, password, row.getString("sender"));
    }

    private Defined opened(String identifier, Row row) {
        MailServer found = row.withoutPassword();
        Secret password = row.password() == null
                ? Secret.EMPTY
                : vault.unseal(SmtpServer.KIND.passwordBinding(identifier), row.password());
        MailServer server =
                new MailServer(found.address(), found.port(), found.username(), password, found.tls(), found.timeout());
        return new Defined(server.signing(signers.getObject().find(identifier)), row.sender());
    }
}
