package org.symbolon.command.smtpserver.port;

import java.util.Optional;

/** The pages that mails can be made of, where whoever runs the server has put them. */
@FunctionalInterface
public interface MailPages {

    /** The page at this path; empty if there is none that may be sent. */
    Optional<String> read(String path);

    /** The same where it is no fault if there is none, and nobody is told. */
    default Optional<String> readIfAny(String path) {
        return read(path);
    }
}
