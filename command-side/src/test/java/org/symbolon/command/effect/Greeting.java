package org.symbolon.command.effect;

import java.util.Map;
import org.symbolon.events.shared.Secret;

/** An effect that no reaction knows, to be planned in tests. */
record Greeting(String from, Secret to, Secret words) implements Effect {

    @Override
    public String kind() {
        return "greeting";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("from", from);
    }

    @Override
    public Map<String, Secret> content() {
        return Map.of("to", to, "words", words);
    }
}
