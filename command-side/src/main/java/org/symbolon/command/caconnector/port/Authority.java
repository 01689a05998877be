package org.symbolon.command.caconnector.port;

import java.util.Map;
import java.util.Optional;
import org.symbolon.command.shared.Truth;
import org.symbolon.events.shared.Secret;

/**
 * A certificate authority that administrators have defined, ready to be asked.
 *
 * @param name of its connector
 * @param type of its connector, by the name under which clients know it
 * @param options what the connector is told; not all are secrets, but all are treated so
 */
public record Authority(String name, String type, Map<String, Secret> options) {

    public Authority {
        options = Map.copyOf(options);
    }

    /** An option; empty where it is not given, or says nothing. */
    public Optional<String> option(String key) {
        return Optional.ofNullable(options.get(key)).map(Secret::reveal).filter(text -> !text.isBlank());
    }

    /**
     * An option without which the authority cannot be asked.
     *
     * @throws AuthorityException if it is not given
     */
    public String required(String key) {
        return option(key)
                .orElseThrow(
                        () -> new AuthorityException(name, AuthorityException.Trouble.DEFINITION, key + " is missing"));
    }

    /**
     * An option that is a number of days.
     *
     * @throws AuthorityException if it is none
     */
    public int days(String key, int otherwise) {
        String text = option(key).map(String::strip).orElse(Integer.toString(otherwise));
        if (!text.matches("\\d{1,5}")) {
            throw new AuthorityException(name, AuthorityException.Trouble.DEFINITION, key + " is not a number of days");
        }
        return Integer.parseInt(text);
    }

    /** An option that is a yes or a no; a no where it is not given. */
    public boolean flag(String key) {
        return Truth.of(option(key).orElse(""));
    }

    /** Shows what it is called, and nothing that its connector is told. */
    @Override
    public String toString() {
        return "Authority[" + name + ", " + type + "]";
    }
}
