package org.symbolon.command.tokentype.sent;

import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.events.shared.Secret;

/**
 * The message by which a value of one token comes: over what sender, to what address, and in what words.
 *
 * @param address empty where nobody knows one; then nothing can be sent
 */
public record SentMessage(Channel channel, TokenView token, Circumstances now, String address) {

    static SentMessage of(Channel channel, TokenView token, Circumstances now) {
        return new SentMessage(channel, token, now, addressOf(channel, token, now));
    }

    private static String addressOf(Channel channel, TokenView token, Circumstances now) {
        return isDynamic(channel, token)
                ? now.holder().attribute(channel.stored())
                : token.state().text(channel.address()).orElse("");
    }

    /** Whether the address is the one that the owner has in his user store when it is sent. */
    static boolean isDynamic(Channel channel, TokenView token) {
        return token.state().text(channel.dynamic()).filter("True"::equals).isPresent();
    }

    SentMessage to(String other) {
        return new SentMessage(channel, token, now, other);
    }

    /** The definition of what sends it: the token's, or that of the settings; empty where there is neither. */
    public String sender() {
        return token.state()
                .text(channel.sender())
                .filter(name -> !name.isEmpty())
                .or(() -> now.settings().text(channel.sender()))
                .orElse("");
    }

    /** What policies want it to say, before any tag is replaced. */
    public String template() {
        return template(channel.text(), Channel.PRESET_TEXT);
    }

    /** The same of another action, and what holds where no policy says anything. */
    public String template(String action, String preset) {
        return now.terms().text(action).orElse(preset);
    }

    /** What tags stand for where this value is sent. */
    public SentText words(Secret value) {
        return new SentText(token, channel.type(), now.holder(), value, now.now());
    }

    /** Shows nothing of whom it reaches. */
    @Override
    public String toString() {
        return "SentMessage[" + channel.type() + ", " + token.serial() + "]";
    }
}
