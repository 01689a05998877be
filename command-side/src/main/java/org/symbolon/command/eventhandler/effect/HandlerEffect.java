package org.symbolon.command.eventhandler.effect;

import java.util.Map;
import java.util.TreeMap;
import org.symbolon.command.effect.Effect;
import org.symbolon.events.shared.Secret;

/** An effect with the number of the handler that caused it, by which it is found again where it fails. */
public record HandlerEffect(int handlerId, Effect effect) implements Effect {

    @Override
    public String kind() {
        return effect.kind();
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(effect.settings());
        settings.put(HANDLER, Integer.toString(handlerId));
        return settings;
    }

    @Override
    public Map<String, Secret> content() {
        return effect.content();
    }
}
