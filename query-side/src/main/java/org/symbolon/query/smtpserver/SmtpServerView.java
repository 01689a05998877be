package org.symbolon.query.smtpserver;

/** A mail server as it is listed: whether there is a password is told, the password is not. */
public record SmtpServerView(
        String identifier,
        String server,
        int port,
        String username,
        boolean hasPassword,
        String sender,
        boolean tls,
        String description,
        int timeout,
        boolean queued) {}
