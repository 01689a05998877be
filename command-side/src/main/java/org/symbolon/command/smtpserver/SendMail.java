package org.symbolon.command.smtpserver;

import java.util.Map;
import java.util.TreeMap;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.effect.EffectOrder;
import org.symbolon.events.shared.Secret;

/**
 * A mail that a decision sends. Whom it reaches is a part of the content: nobody can read it once it is sent.
 *
 * @param server the identifier of the mail server's definition, whose sender is the mail's
 */
public record SendMail(String server, Secret recipient, Secret subject, MailText text) implements Effect {

    /** The kind of these effects, in the store for ever. */
    public static final String KIND = "mail";

    private static final String SERVER = "server";
    private static final String PAGE = "page";
    private static final String RECIPIENT = "recipient";
    private static final String SUBJECT = "subject";
    private static final String TEXT = "text";
    private static final String TAG = "tag.";

    /** A mail that says this, and nothing else. */
    public static SendMail plain(String server, Secret recipient, Secret subject, Secret text) {
        return new SendMail(server, recipient, subject, new MailText.Plain(text));
    }

    /** The mail of an order of this kind. */
    public static SendMail of(EffectOrder order) {
        Map<String, Secret> content = order.content();
        return new SendMail(order.settings().get(SERVER), content.get(RECIPIENT), content.get(SUBJECT), textOf(order));
    }

    private static MailText textOf(EffectOrder order) {
        String page = order.settings().get(PAGE);
        if (page == null) {
            return new MailText.Plain(order.content().get(TEXT));
        }
        Map<String, Secret> values = new TreeMap<>();
        order.content().forEach((name, secret) -> {
            if (name.startsWith(TAG)) {
                values.put(name.substring(TAG.length()), secret);
            }
        });
        return new MailText.Page(page, values);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, String> settings() {
        return text instanceof MailText.Page page ? Map.of(SERVER, server, PAGE, page.path()) : Map.of(SERVER, server);
    }

    @Override
    public Map<String, Secret> content() {
        Map<String, Secret> content = new TreeMap<>();
        content.put(RECIPIENT, recipient);
        content.put(SUBJECT, subject);
        if (text instanceof MailText.Plain plain) {
            content.put(TEXT, plain.text());
        } else if (text instanceof MailText.Page page) {
            page.values().forEach((name, value) -> content.put(TAG + name, value));
        }
        return content;
    }
}
