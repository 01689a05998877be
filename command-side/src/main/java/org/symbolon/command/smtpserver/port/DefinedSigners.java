package org.symbolon.command.smtpserver.port;

import java.util.Optional;

/** Finds with what the mails of defined mail servers are signed. */
@FunctionalInterface
public interface DefinedSigners {

    /** The signer of the mail server of this name; empty if its mails are not signed. */
    Optional<MailSigner> find(String identifier);
}
