package org.symbolon.command.smsgateway;

import java.util.HashMap;
import java.util.Map;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.effect.EffectOrder;
import org.symbolon.command.smsgateway.port.PushMessage;
import org.symbolon.events.shared.Secret;

/**
 * A message for an app on a telephone that a decision sends. Which telephone it is belongs to the content: nobody can read it once
 * it is sent.
 *
 * @param gateway the identifier of the gateway's definition
 */
public record SendPush(String gateway, PushMessage message) implements Effect {

    /** The kind of these effects, in the store for ever. */
    public static final String KIND = "notification";

    private static final String GATEWAY = "gateway";
    private static final String TOKEN = "token";
    private static final String DATA = "data.";

    /** The message of an order of this kind. */
    public static SendPush of(EffectOrder order) {
        Map<String, Secret> data = new HashMap<>();
        order.content().forEach((name, value) -> {
            if (name.startsWith(DATA)) {
                data.put(name.substring(DATA.length()), value);
            }
        });
        return new SendPush(
                order.settings().get(GATEWAY), new PushMessage(order.content().get(TOKEN), data));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(GATEWAY, gateway);
    }

    @Override
    public Map<String, Secret> content() {
        Map<String, Secret> content = new HashMap<>(Map.of(TOKEN, message.token()));
        message.data().forEach((name, value) -> content.put(DATA + name, value));
        return content;
    }
}
