package org.symbolon.command.config.port;

import java.util.Optional;
import org.symbolon.command.shared.Truth;
import org.symbolon.events.shared.Secret;

/** The system settings as they are now, from memory. */
@FunctionalInterface
public interface SystemSettings {

    /** The setting's text, empty if it is not stored. */
    Optional<String> text(String key);

    /** The setting's text, also where nobody may read it. */
    default Optional<Secret> secret(String key) {
        return text(key).map(Secret::of);
    }

    /** A flag that is false when it is not stored. */
    default boolean flag(String key) {
        return text(key).map(Truth::of).orElse(false);
    }

    /** A flag that is true when it is not stored. */
    default boolean flagUnlessDenied(String key) {
        return text(key).map(Truth::of).orElse(true);
    }

    /** A number; what is no number counts as not stored. */
    default int number(String key, int otherwise) {
        return text(key)
                .map(String::strip)
                .filter(text -> text.matches("-?\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }
}
