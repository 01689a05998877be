package org.symbolon.command.smsgateway;

import java.util.Map;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.effect.EffectOrder;
import org.symbolon.command.smsgateway.port.TextMessage;
import org.symbolon.events.shared.Secret;

/**
 * A text message that a decision sends. Whom it reaches is a part of the content: nobody can read it once it is sent.
 *
 * @param gateway the identifier of the gateway's definition
 */
public record SendText(String gateway, Occasion occasion, TextMessage message) implements Effect {

    /** The kind of these effects, in the store for ever. */
    public static final String KIND = "text";

    private static final String GATEWAY = "gateway";
    private static final String OCCASION = "occasion";
    private static final String NUMBER = "number";
    private static final String LOGIN = "login";
    private static final String SERIAL = "serial";
    private static final String TEXT = "text";

    /** What gives occasion to it. */
    public enum Occasion {
        /** Somebody needs a value. */
        VALUE,
        /** Somebody has logged in, and the gateway may want to know. */
        LOGIN
    }

    /** A message with a value. */
    public static SendText value(String gateway, TextMessage message) {
        return new SendText(gateway, Occasion.VALUE, message);
    }

    /** What a gateway is told that wants to know of log-ins. */
    public static SendText afterLogin(String gateway, TextMessage message) {
        return new SendText(gateway, Occasion.LOGIN, message);
    }

    /** The message of an order of this kind. */
    public static SendText of(EffectOrder order) {
        Map<String, Secret> content = order.content();
        return new SendText(
                order.settings().get(GATEWAY),
                Occasion.valueOf(order.settings().get(OCCASION)),
                new TextMessage(content.get(NUMBER), content.get(LOGIN), content.get(SERIAL), content.get(TEXT)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(GATEWAY, gateway, OCCASION, occasion.name());
    }

    @Override
    public Map<String, Secret> content() {
        return Map.of(NUMBER, message.number(), LOGIN, message.login(), SERIAL, message.serial(), TEXT, message.text());
    }
}
