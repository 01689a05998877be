package org.symbolon.command.smtpserver;

import org.symbolon.events.shared.Secret;

/**
 * Define a mail server, or change the one of that identifier. What is null keeps its value, or gets the default, but for
 * the password: none is given means that there is none any more.
 */
public record SaveSmtpServer(
        String identifier,
        String server,
        Integer port,
        String username,
        Secret password,
        String sender,
        Boolean tls,
        String description,
        Integer timeout,
        Boolean queued,
        SignerChange signing) {

    /** One that leaves the signing of its mails as it is. */
    public SaveSmtpServer(
            String identifier,
            String server,
            Integer port,
            String username,
            Secret password,
            String sender,
            Boolean tls,
            String description,
            Integer timeout,
            Boolean queued) {
        this(identifier, server, port, username, password, sender, tls, description, timeout, queued, null);
    }
}
