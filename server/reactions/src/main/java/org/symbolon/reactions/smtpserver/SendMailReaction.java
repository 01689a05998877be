package org.symbolon.reactions.smtpserver;

import java.util.List;
import org.symbolon.command.effect.EffectOrder;
import org.symbolon.command.secret.port.SealBrokenException;
import org.symbolon.command.smtpserver.MailText;
import org.symbolon.command.smtpserver.SendMail;
import org.symbolon.command.smtpserver.port.Mail;
import org.symbolon.command.smtpserver.port.MailNotSentException;
import org.symbolon.command.smtpserver.port.MailNotSentException.Trouble;
import org.symbolon.command.smtpserver.port.MailPages;
import org.symbolon.command.smtpserver.port.MailServers;
import org.symbolon.command.smtpserver.port.Mailer;
import org.symbolon.reactions.effect.EffectFailedException;
import org.symbolon.reactions.effect.Reaction;

/** Sends mails. A mail server may mean a refusal for now only, so all but a mail that can never be sent is tried again. */
public final class SendMailReaction implements Reaction {

    private final Mailer mailer;
    private final MailServers servers;
    private final MailPages pages;

    public SendMailReaction(Mailer mailer, MailServers servers, MailPages pages) {
        this.mailer = mailer;
        this.servers = servers;
        this.pages = pages;
    }

    @Override
    public String kind() {
        return SendMail.KIND;
    }

    @Override
    public void carryOut(EffectOrder order) throws EffectFailedException {
        SendMail wanted = SendMail.of(order);
        MailServers.Defined defined = server(wanted.server());
        Mail mail = mail(wanted, defined.sender());
        try {
            mailer.send(defined.server(), mail);
        } catch (MailNotSentException failure) {
            throw failure.trouble() == Trouble.MALFORMED
                    ? EffectFailedException.forGood(failure.getMessage())
                    : EffectFailedException.forNow(failure.getMessage());
        }
    }

    private MailServers.Defined server(String identifier) throws EffectFailedException {
        try {
            return servers.find(identifier)
                    .orElseThrow(() -> EffectFailedException.forGood("There is no mail server " + identifier));
        } catch (SealBrokenException forged) {
            throw EffectFailedException.forNow(forged.getMessage());
        }
    }

    private Mail mail(SendMail wanted, String sender) throws EffectFailedException {
        if (wanted.text() instanceof MailText.Page page) {
            return mail(wanted, sender, filled(page), Mail.Format.HTML);
        }
        MailText.Plain plain = (MailText.Plain) wanted.text();
        return mail(wanted, sender, plain.text().reveal(), Mail.Format.PLAIN);
    }

    private static Mail mail(SendMail wanted, String sender, String text, Mail.Format format) {
        List<String> recipients = List.of(wanted.recipient().reveal());
        return new Mail(sender, recipients, wanted.subject().reveal(), text, format, "", List.of());
    }

    private String filled(MailText.Page page) throws EffectFailedException {
        return pages.read(page.path())
                .map(page::filled)
                .orElseThrow(() -> EffectFailedException.forGood("There is no page to send at " + page.path()));
    }
}
