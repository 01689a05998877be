package org.symbolon.events.smtpserver;

import org.symbolon.events.shared.Sealed;

/**
 * How mail is handed to a mail server.
 *
 * @param server a host, or a URL with the scheme smtp or smtps
 * @param username empty if the server wants no log-in
 * @param password null if there is none
 * @param tls whether the connection is encrypted by STARTTLS
 * @param timeout in seconds
 * @param queued whether mail may wait in a queue
 */
public record SmtpSettings(
        String server,
        int port,
        String username,
        Sealed password,
        String sender,
        boolean tls,
        String description,
        int timeout,
        boolean queued) {}
