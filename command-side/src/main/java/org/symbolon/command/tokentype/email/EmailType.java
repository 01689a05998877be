package org.symbolon.command.tokentype.email;

import java.util.regex.Pattern;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.smtpserver.MailText;
import org.symbolon.command.smtpserver.SendMail;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.sent.SentMessage;
import org.symbolon.command.tokentype.sent.SentText;
import org.symbolon.command.tokentype.sent.SentType;
import org.symbolon.events.shared.Secret;

/** One-time passwords that come by mail. */
public final class EmailType extends SentType {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");
    private static final String STARS = "********";

    public EmailType() {
        super(EmailDescription.CHANNEL);
    }

    @Override
    public TypeDescription describe() {
        return EmailDescription.DESCRIPTION;
    }

    @Override
    protected Effect sending(SentMessage message, Secret value) {
        SentText words = message.words(value);
        String subject = message.template(EmailDescription.SUBJECT, EmailDescription.PRESET_SUBJECT);
        return new SendMail(
                message.sender(), Secret.of(message.address()), words.filled(subject), text(message.template(), words));
    }

    private static MailText text(String template, SentText words) {
        return template.startsWith(EmailDescription.PAGE)
                ? new MailText.Page(
                        template.substring(EmailDescription.PAGE.length()).strip(), words.values())
                : new MailText.Plain(words.filled(template));
    }

    @Override
    protected boolean isAddress(String typed) {
        return ADDRESS.matcher(typed).matches();
    }

    @Override
    protected String redacted(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1) {
            return "";
        }
        String domain = address.substring(at + 1);
        int end = domain.lastIndexOf('.');
        return address.substring(0, Math.min(2, at - 1))
                + STARS
                + "@"
                + domain.substring(0, Math.min(1, domain.length()))
                + STARS
                + (end < 0 ? "" : domain.substring(end));
    }
}
