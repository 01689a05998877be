package org.symbolon.command.smtpserver;

import org.symbolon.command.smtpserver.port.MailSigner;

/**
 * What becomes of the signing of a server's mails where it is changed.
 *
 * @param signer null for none any more
 */
public record SignerChange(MailSigner signer) {

    /** Mails are not signed any more. */
    public static final SignerChange NONE = new SignerChange(null);
}
