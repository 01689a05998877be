package org.symbolon.query.smtpserver;

import org.symbolon.events.shared.Sealed;

/**
 * What it takes to hand mail to a mail server.
 *
 * @param password null if there is none
 * @param timeout in seconds
 */
public record MailServerAccess(
        String server, int port, String username, Sealed password, String sender, boolean tls, int timeout) {}
