package org.symbolon.reactions.smtpserver;

import java.util.List;
import org.symbolon.command.effect.EffectOrder;
import org.symbolon.command.smtpserver.SendMail;
import org.symbolon.command.smtpserver.port.Mail;
import org.symbolon.command.smtpserver.port.MailNotSentException;
import org.symbolon.command.smtpserver.port.MailNotSentException.Trouble;
import org.symbolon.command.smtpserver.port.MailServers;
import org.symbolon.command.smtpserver.port.Mailer;
import org.symbolon.reactions.effect.EffectFailedException;
import org.symbolon.reactions.effect.Reaction;

/** Sends mails. A mail server may mean a refusal for now only, so all but a mail that can never be sent is tried again. */
public final class SendMailReaction implements Reaction {

    private final Mailer mailer;
    private final MailServers servers;

    public SendMailReaction(Mailer mailer, MailServers servers) {
        this.mailer = mailer;
        this.servers = servers;
    }

    @Override
    public String kind() {
        return SendMail.KIND;
    }

    @Override
    public void carryOut(EffectOrder order) throws EffectFailedException {
        SendMail wanted = SendMail.of(order);
        MailServers.Defined defined = servers.find(wanted.server())
                .orElseThrow(() -> EffectFailedException.forGood("There is no mail server " + wanted.server()));
        try {
            mailer.send(defined.server(), mail(wanted, defined.sender()));
        } catch (MailNotSentException failure) {
            throw failure.trouble() == Trouble.MALFORMED
                    ? EffectFailedException.forGood(failure.getMessage())
                    : EffectFailedException.forNow(failure.getMessage());
        }
    }

    private static Mail mail(SendMail wanted, String sender) {
        return new Mail(
                sender,
                List.of(wanted.recipient().reveal()),
                wanted.subject().reveal(),
                wanted.text().reveal(),
                wanted.html() ? Mail.Format.HTML : Mail.Format.PLAIN,
                "",
                List.of());
    }
}
