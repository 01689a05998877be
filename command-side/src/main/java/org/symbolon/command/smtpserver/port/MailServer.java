package org.symbolon.command.smtpserver.port;

import java.time.Duration;
import org.symbolon.events.shared.Secret;

/**
 * Where mail is handed in, and as whom.
 *
 * @param address a host, or a URL with the scheme {@code smtp} or {@code smtps}, whose port wins
 * @param username empty if there is no log-in
 * @param tls whether the connection goes over to TLS (STARTTLS); one with the scheme {@code smtps} begins with it
 * @param timeout how long handing in one mail may take in all; {@link #DEFAULT_TIMEOUT} if it is none
 */
public record MailServer(String address, int port, String username, Secret password, boolean tls, Duration timeout) {

    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    public MailServer {
        timeout = timeout.isZero() ? DEFAULT_TIMEOUT : timeout;
    }
}
