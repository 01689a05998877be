package org.symbolon.command.smtpserver.port;

import java.util.Optional;
import org.symbolon.events.shared.Secret;

/** Reads certificates and keys for mails. */
@FunctionalInterface
public interface MailSigners {

    /**
     * A signer of these.
     *
     * @param certificates as PEM
     * @param privateKey as PEM, perhaps encrypted
     * @param passphrase of the key, if it is encrypted
     * @throws UnsoundSignerException if they cannot be read, or do not belong together
     */
    MailSigner read(String certificates, Secret privateKey, Optional<Secret> passphrase);
}
