package org.symbolon.command.smtpserver.port;

import java.time.Duration;
import java.util.Optional;
import org.symbolon.events.shared.Secret;

/**
 * Where mail is handed in, and as whom.
 *
 * @param address a host, or a URL with the scheme {@code smtp} or {@code smtps}, whose port wins
 * @param username empty if there is no log-in
 * @param tls whether the connection goes over to TLS (STARTTLS); one with the scheme {@code smtps} begins with it
 * @param signer with what its mails are signed; empty if they are not
 * @param timeout how long handing in one mail may take in all; {@link #DEFAULT_TIMEOUT} if it is none
 */
public record MailServer(
        String address,
        int port,
        String username,
        Secret password,
        boolean tls,
        Duration timeout,
        Optional<MailSigner> signer) {

    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    public MailServer {
        timeout = timeout.isZero() ? DEFAULT_TIMEOUT : timeout;
    }

    /** One whose mails are not signed. */
    public MailServer(String address, int port, String username, Secret password, boolean tls, Duration timeout) {
        this(address, port, username, password, tls, timeout, Optional.empty());
    }

    /** The same, whose mails are signed so. */
    public MailServer signing(Optional<MailSigner> with) {
        return new MailServer(address, port, username, password, tls, timeout, with);
    }
}
