package org.symbolon.command.smtpserver.port;

import org.symbolon.events.shared.Secret;

/**
 * With what the mails of a mail server are signed (S/MIME, RFC 8551).
 *
 * @param certificates as PEM: that of the key first, then those that lead from it to an authority
 * @param privateKey as PEM (PKCS #8), not encrypted
 * @param required whether a mail that cannot be signed is not sent at all
 */
public record MailSigner(String certificates, Secret privateKey, boolean required) {

    /** The same where it is so. */
    public MailSigner required(boolean whether) {
        return new MailSigner(certificates, privateKey, whether);
    }
}
