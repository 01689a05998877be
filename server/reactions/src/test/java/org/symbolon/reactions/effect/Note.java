package org.symbolon.reactions.effect;

import java.util.Map;
import org.symbolon.command.effect.Effect;
import org.symbolon.events.shared.Secret;

/** An effect of a kind that a test makes up. */
record Note(String kind, Secret words) implements Effect {

    static Note of(String kind, String words) {
        return new Note(kind, Secret.of(words));
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public Map<String, Secret> content() {
        return Map.of("words", words);
    }
}
