package org.symbolon.command.tokentype.email;

import org.symbolon.command.effect.Effect;
import org.symbolon.command.smtpserver.MailText;
import org.symbolon.command.smtpserver.SendMail;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.command.tokentype.sent.SentText;
import org.symbolon.events.shared.Secret;

/** The mail by which a value of one token comes: over which server, to what address, and in what words. */
record EmailMail(TokenView token, Circumstances now, String address) {

    private static final String STORED_ADDRESS = "email";

    EmailMail(TokenView token, Circumstances now) {
        this(token, now, addressOf(token, now));
    }

    /** Empty where the user store knows none; then nothing can be sent. */
    private static String addressOf(TokenView token, Circumstances now) {
        return isDynamic(token)
                ? now.holder().attribute(STORED_ADDRESS)
                : token.state().text(EmailDescription.ADDRESS).orElse("");
    }

    /** Whether the address is the one that the owner has in his user store when it is sent. */
    static boolean isDynamic(TokenView token) {
        return token.state()
                .text(EmailDescription.DYNAMIC)
                .filter("True"::equals)
                .isPresent();
    }

    EmailMail to(String other) {
        return new EmailMail(token, now, other);
    }

    Effect with(Secret value) {
        TypeTerms terms = now.terms();
        SentText words = new SentText(token, EmailDescription.NAME, now.holder(), value, now.now());
        String subject = terms.text(EmailDescription.SUBJECT).orElse(EmailDescription.PRESET_SUBJECT);
        return new SendMail(server(), Secret.of(address), words.filled(subject), text(words));
    }

    private MailText text(SentText words) {
        String text = now.terms().text(EmailDescription.TEXT).orElse(EmailDescription.PRESET_TEXT);
        return text.startsWith(EmailDescription.PAGE)
                ? new MailText.Page(
                        text.substring(EmailDescription.PAGE.length()).strip(), words.values())
                : new MailText.Plain(words.filled(text));
    }

    private String server() {
        return token.state()
                .text(EmailDescription.SERVER)
                .filter(name -> !name.isEmpty())
                .or(() -> now.settings().text(EmailDescription.SERVER))
                .orElse("");
    }
}
