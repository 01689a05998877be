package org.symbolon.command.eventhandler.effect;

import java.util.Map;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.effect.EffectOrder;
import org.symbolon.events.shared.Secret;

/**
 * A file that a handler writes.
 *
 * @param path below the folder of such files; it may tell whom it is about
 */
public record NotificationFile(Secret path, Secret text) implements Effect {

    /** The kind of these effects, in the store for ever. */
    public static final String KIND = "handler-file";

    private static final String PATH = "path";
    private static final String TEXT = "text";

    /** The file of an order of this kind. */
    public static NotificationFile of(EffectOrder order) {
        return new NotificationFile(order.content().get(PATH), order.content().get(TEXT));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public Map<String, Secret> content() {
        return Map.of(PATH, path, TEXT, text);
    }
}
