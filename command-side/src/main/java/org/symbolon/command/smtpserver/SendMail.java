package org.symbolon.command.smtpserver;

import java.util.Map;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.effect.EffectOrder;
import org.symbolon.command.secret.Secret;

/**
 * A mail that a decision sends. Whom it reaches is a part of the content: nobody can read it once it is sent.
 *
 * @param server the identifier of the mail server's definition, whose sender is the mail's
 * @param html whether the text is HTML
 */
public record SendMail(String server, Secret recipient, Secret subject, Secret text, boolean html) implements Effect {

    /** The kind of these effects, in the store for ever. */
    public static final String KIND = "mail";

    private static final String SERVER = "server";
    private static final String HTML = "html";
    private static final String RECIPIENT = "recipient";
    private static final String SUBJECT = "subject";
    private static final String TEXT = "text";

    /** The mail of an order of this kind. */
    public static SendMail of(EffectOrder order) {
        return new SendMail(
                order.settings().get(SERVER),
                order.content().get(RECIPIENT),
                order.content().get(SUBJECT),
                order.content().get(TEXT),
                Boolean.parseBoolean(order.settings().get(HTML)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(SERVER, server, HTML, Boolean.toString(html));
    }

    @Override
    public Map<String, Secret> content() {
        return Map.of(RECIPIENT, recipient, SUBJECT, subject, TEXT, text);
    }
}
