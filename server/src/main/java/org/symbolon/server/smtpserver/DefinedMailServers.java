package org.symbolon.server.smtpserver;

import java.time.Duration;
import java.util.Optional;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.smtpserver.port.MailServer;
import org.symbolon.query.smtpserver.FindMailServer;
import org.symbolon.query.smtpserver.MailServerAccess;
import org.symbolon.server.query.QueryDispatcher;

/** The mail servers that administrators have defined, ready to be handed mail. */
public class DefinedMailServers {

    /** A server, and from whom its mail is. */
    public record Defined(MailServer server, String sender) {}

    private final QueryDispatcher queries;
    private final SecretVault vault;

    public DefinedMailServers(QueryDispatcher queries, SecretVault vault) {
        this.queries = queries;
        this.vault = vault;
    }

    public Optional<Defined> find(String identifier) {
        return queries.find(new FindMailServer(identifier), MailServerAccess.class)
                .map(this::opened);
    }

    private Defined opened(MailServerAccess access) {
        Secret password = access.password() == null ? Secret.EMPTY : vault.unseal(access.password());
        MailServer server = new MailServer(
                access.server(),
                access.port(),
                access.username(),
                password,
                access.tls(),
                Duration.ofSeconds(access.timeout()));
        return new Defined(server, access.sender());
    }
}
