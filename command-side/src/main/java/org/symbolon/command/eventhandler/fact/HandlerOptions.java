package org.symbolon.command.eventhandler.fact;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.symbolon.command.error.Refusal;
import org.symbolon.events.shared.Secret;

/** What a definition says about its action. One of the options may be a secret, so all are kept as such. */
public record HandlerOptions(Map<String, Secret> values) {

    private static final Set<String> YES = Set.of("1", "True", "true", "TRUE");

    public HandlerOptions {
        values = Map.copyOf(values);
    }

    /** The text of an option; empty where it is missing or empty. */
    public Optional<String> given(String key) {
        return Optional.ofNullable(values.get(key)).map(Secret::reveal).filter(text -> !text.isEmpty());
    }

    public String text(String key, String otherwise) {
        return given(key).orElse(otherwise);
    }

    /**
     * The text of an option without which there is nothing to do.
     *
     * @throws Refusal 905 if it is missing
     */
    public String required(String key) {
        return given(key).orElseThrow(() -> Refusal.parameter("Missing option of an event handler: '" + key + "'"));
    }

    /**
     * The same as a number.
     *
     * @throws Refusal 905 if it is none
     */
    public int number(String key) {
        try {
            return Integer.parseInt(required(key).strip());
        } catch (NumberFormatException none) {
            throw Refusal.parameter("The option '" + key + "' of an event handler must be a number");
        }
    }

    public boolean flag(String key) {
        return given(key).filter(YES::contains).isPresent();
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return "HandlerOptions" + values.keySet();
    }
}
