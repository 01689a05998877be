package org.symbolon.command.eventhandler.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.effect.EffectOrder;
import org.symbolon.events.shared.Secret;

/** A script that a handler has run in the background. Its arguments name people. */
public record ScriptRun(String script, List<String> arguments) implements Effect {

    /** The kind of these effects, in the store for ever. */
    public static final String KIND = "handler-script";

    private static final String SCRIPT = "script";

    public ScriptRun {
        arguments = List.copyOf(arguments);
    }

    /** The run of an order of this kind. */
    public static ScriptRun of(EffectOrder order) {
        List<String> arguments = new ArrayList<>();
        new TreeMap<>(order.content()).values().forEach(argument -> arguments.add(argument.reveal()));
        return new ScriptRun(order.settings().get(SCRIPT), arguments);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(SCRIPT, script);
    }

    @Override
    public Map<String, Secret> content() {
        Map<String, Secret> content = new TreeMap<>();
        for (int index = 0; index < arguments.size(); index++) {
            content.put(String.format(Locale.ROOT, "argument.%02d", index), Secret.of(arguments.get(index)));
        }
        return content;
    }
}
