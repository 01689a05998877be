package org.symbolon.command.smtpserver.port;

import java.util.Optional;

/** The pages that mails can be made of, where whoever runs the server has put them. */
@FunctionalInterface
public interface MailPages {

    /** The page at this path; empty if there is none that may be sent. */
    Optional<String> read(String path);
}
