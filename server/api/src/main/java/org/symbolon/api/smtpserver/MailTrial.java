package org.symbolon.api.smtpserver;

import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.command.smtpserver.port.Mail;
import org.symbolon.command.smtpserver.port.MailNotSentException;
import org.symbolon.command.smtpserver.port.MailServer;
import org.symbolon.command.smtpserver.port.Mailer;

/** Hands a mail in at once, for somebody who tries a mail server out and wants to know what is wrong with it. */
@Component
public class MailTrial {

    private final Mailer mailer;

    public MailTrial(Mailer mailer) {
        this.mailer = mailer;
    }

    /**
     * Sends it.
     *
     * @throws ApiException 903 with what is wrong
     */
    public void send(MailServer server, Mail mail) {
        try {
            mailer.send(server, mail);
        } catch (MailNotSentException failed) {
            throw ApiException.server(failed.getMessage());
        }
    }
}
