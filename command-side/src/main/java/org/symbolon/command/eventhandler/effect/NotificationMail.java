package org.symbolon.command.eventhandler.effect;

import java.util.List;
import java.util.Map;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.effect.EffectOrder;
import org.symbolon.events.shared.Secret;

/**
 * A mail that a handler sends.
 *
 * @param server the identifier of the mail server's definition
 * @param recipients their addresses, with line breaks between them
 * @param isPage whether the text is HTML
 * @param page the same as HTML beside a plain text, empty for none
 * @param replyTo where an answer goes, empty for the sender
 * @param image a picture that goes with it, as a data URI; empty for none
 * @param imageName what the picture is called as a file
 */
public record NotificationMail(
        String server,
        Secret recipients,
        Secret subject,
        Secret text,
        boolean isPage,
        Secret page,
        Secret replyTo,
        Secret image,
        String imageName)
        implements Effect {

    /** The kind of these effects, in the store for ever. */
    public static final String KIND = "handler-mail";

    private static final String SERVER = "server";
    private static final String FORMAT = "format";
    private static final String HTML = "html";
    private static final String PLAIN = "plain";
    private static final String IMAGE_NAME = "imageName";
    private static final String RECIPIENTS = "recipients";
    private static final String SUBJECT = "subject";
    private static final String TEXT = "text";
    private static final String PAGE = "page";
    private static final Secret NOTHING = Secret.of("");
    private static final String REPLY_TO = "replyTo";
    private static final String IMAGE = "image";

    /** The mail of an order of this kind. */
    public static NotificationMail of(EffectOrder order) {
        Map<String, String> settings = order.settings();
        Map<String, Secret> content = order.content();
        return new NotificationMail(
                settings.get(SERVER),
                content.get(RECIPIENTS),
                content.get(SUBJECT),
                content.get(TEXT),
                HTML.equals(settings.get(FORMAT)),
                content.getOrDefault(PAGE, NOTHING),
                content.get(REPLY_TO),
                content.get(IMAGE),
                settings.get(IMAGE_NAME));
    }

    /** One address each. */
    public List<String> addresses() {
        return recipients.reveal().lines().toList();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(SERVER, server, FORMAT, isPage ? HTML : PLAIN, IMAGE_NAME, imageName);
    }

    @Override
    public Map<String, Secret> content() {
        return Map.of(
                RECIPIENTS, recipients, SUBJECT, subject, TEXT, text, PAGE, page, REPLY_TO, replyTo, IMAGE, image);
    }
}
