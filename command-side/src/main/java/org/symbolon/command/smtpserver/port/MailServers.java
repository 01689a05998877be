package org.symbolon.command.smtpserver.port;

import java.util.Optional;

/** The mail servers that administrators have defined, ready to be used. */
public interface MailServers {

    /**
     * A defined mail server.
     *
     * @param sender whose address its mails show
     */
    record Defined(MailServer server, String sender) {}

    Optional<Defined> find(String identifier);
}
