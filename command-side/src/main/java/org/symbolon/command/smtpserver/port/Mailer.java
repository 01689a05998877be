package org.symbolon.command.smtpserver.port;

/** Hands mail to mail servers. */
public interface Mailer {

    /**
     * Returns once the server has taken the mail for all its recipients, and at the latest when the time is over that the
     * server was given.
     *
     * @throws MailNotSentException if it has not
     */
    void send(MailServer server, Mail mail);
}
