package org.symbolon.endtoend.effect;

import java.util.Map;
import org.symbolon.command.effect.Effect;
import org.symbolon.events.shared.Secret;

/**
 * An effect for tests.
 *
 * @param how what the outside does with it: {@code take}, {@code fail}, ...
 */
public record Note(String kind, String how, Secret words) implements Effect {

    @Override
    public Map<String, String> settings() {
        return Map.of("how", how);
    }

    @Override
    public Map<String, Secret> content() {
        return Map.of("words", words);
    }
}
