package org.symbolon.command.support;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.config.port.SystemSettings;

/** System settings that a test sets. */
public final class FakeSettings implements SystemSettings {

    private final Map<String, String> texts = new HashMap<>();

    public FakeSettings with(String key, String text) {
        texts.put(key, text);
        return this;
    }

    @Override
    public Optional<String> text(String key) {
        return Optional.ofNullable(texts.get(key));
    }
}
