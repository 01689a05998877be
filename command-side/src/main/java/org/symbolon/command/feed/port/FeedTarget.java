package org.symbolon.command.feed.port;

import java.util.Map;
import java.util.Optional;
import org.symbolon.command.shared.Truth;
import org.symbolon.events.shared.Secret;

/**
 * A feed that administrators have defined, ready to be used.
 *
 * @param number that no other feed ever had
 * @param type by the name under which clients know it
 * @param options what it is told; not all are secrets, but all are treated so
 */
public record FeedTarget(int number, String name, String type, Map<String, Secret> options) {

    public FeedTarget {
        options = Map.copyOf(options);
    }

    /** An option; empty where it is not given, or says nothing. */
    public Optional<String> option(String key) {
        return Optional.ofNullable(options.get(key)).map(Secret::reveal).filter(text -> !text.isBlank());
    }

    public boolean flag(String key, boolean otherwise) {
        return option(key).map(Truth::of).orElse(otherwise);
    }

    public int number(String key, int otherwise) {
        return option(key).map(Integer::parseInt).orElse(otherwise);
    }

    /** Shows what it is called, and nothing that it is told. */
    @Override
    public String toString() {
        return "FeedTarget[" + name + ", " + type + "]";
    }
}
