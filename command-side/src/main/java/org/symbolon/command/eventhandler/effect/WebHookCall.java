package org.symbolon.command.eventhandler.effect;

import java.util.Map;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.effect.EffectOrder;
import org.symbolon.events.shared.Secret;

/**
 * What a handler tells another program.
 *
 * @param address where that is; it may hold a password
 * @param type what the header says of the body
 */
public record WebHookCall(Secret address, String type, Secret body) implements Effect {

    /** The kind of these effects, in the store for ever. */
    public static final String KIND = "webhook";

    private static final String ADDRESS = "address";
    private static final String TYPE = "type";
    private static final String BODY = "body";

    /** The call of an order of this kind. */
    public static WebHookCall of(EffectOrder order) {
        return new WebHookCall(
                order.content().get(ADDRESS),
                order.settings().get(TYPE),
                order.content().get(BODY));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(TYPE, type);
    }

    @Override
    public Map<String, Secret> content() {
        return Map.of(ADDRESS, address, BODY, body);
    }
}
