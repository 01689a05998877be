package org.symbolon.reactions.eventhandler;

import java.util.Base64;
import java.util.List;
import org.symbolon.command.effect.EffectOrder;
import org.symbolon.command.eventhandler.effect.NotificationMail;
import org.symbolon.command.eventhandler.port.OutsideFailedException;
import org.symbolon.command.secret.port.SealBrokenException;
import org.symbolon.command.smtpserver.port.Mail;
import org.symbolon.command.smtpserver.port.MailNotSentException;
import org.symbolon.command.smtpserver.port.MailNotSentException.Trouble;
import org.symbolon.command.smtpserver.port.MailServers;
import org.symbolon.command.smtpserver.port.Mailer;

/** Sends the mails of event handlers, with the picture of a QR code in them where one belongs to them. */
public final class SendNotificationReaction extends OutsideReaction {

    private static final String PICTURE = "data:image/png;base64,";
    private static final String CONTENT_ID = "token_image";

    private final Mailer mailer;
    private final MailServers servers;

    public SendNotificationReaction(Mailer mailer, MailServers servers) {
        super(NotificationMail.KIND);
        this.mailer = mailer;
        this.servers = servers;
    }

    @Override
    void reach(EffectOrder order) throws OutsideFailedException {
        NotificationMail wanted = NotificationMail.of(order);
        MailServers.Defined defined = server(wanted.server());
        try {
            mailer.send(defined.server(), mail(wanted, defined.sender()));
        } catch (MailNotSentException failure) {
            throw failure.trouble() == Trouble.MALFORMED
                    ? OutsideFailedException.forGood(failure.getMessage())
                    : OutsideFailedException.forNow(failure.getMessage());
        }
    }

    private MailServers.Defined server(String identifier) throws OutsideFailedException {
        try {
            return servers.find(identifier)
                    .orElseThrow(() -> OutsideFailedException.forGood("There is no mail server " + identifier));
        } catch (SealBrokenException forged) {
            throw OutsideFailedException.forNow(forged.getMessage());
        }
    }

    private static Mail mail(NotificationMail wanted, String sender) {
        return new Mail(
                sender,
                wanted.addresses(),
                wanted.subject().reveal(),
                wanted.text().reveal(),
                wanted.isPage() ? Mail.Format.HTML : Mail.Format.PLAIN,
                wanted.page().reveal(),
                wanted.replyTo().reveal(),
                attachments(wanted));
    }

    private static List<Mail.Attachment> attachments(NotificationMail wanted) {
        String image = wanted.image().reveal();
        if (!image.startsWith(PICTURE)) {
            return List.of();
        }
        byte[] png = Base64.getDecoder().decode(image.substring(PICTURE.length()));
        String name = wanted.imageName().isEmpty() ? "token" : wanted.imageName();
        return List.of(new Mail.Attachment(name + ".png", "image/png", CONTENT_ID, png));
    }
}
