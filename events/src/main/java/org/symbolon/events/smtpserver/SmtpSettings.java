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
 * @param signerCertificates with which mails are signed, as PEM; null if they are not
 * @param signerKey that goes with the first of them, null if there is none
 * @param signatureRequired whether a mail that cannot be signed is not sent; null where none is signed
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
        boolean queued,
        String signerCertificates,
        Sealed signerKey,
        Boolean signatureRequired) {

    /** A server whose mails are not signed. */
    public SmtpSettings(
            String server,
            int port,
            String username,
            Sealed password,
            String sender,
            boolean tls,
            String description,
            int timeout,
            boolean queued) {
        this(server, port, username, password, sender, tls, description, timeout, queued, null, null, null);
    }

    /** The same server, whose mails are signed with these. */
    public SmtpSettings signing(String certificates, Sealed key, Boolean required) {
        return new SmtpSettings(
                server,
                port,
                username,
                password,
                sender,
                tls,
                description,
                timeout,
                queued,
                certificates,
                key,
                required);
    }
}
