package org.symbolon.events.definition;

import java.util.HashMap;
import java.util.Map;
import org.symbolon.events.shared.ConfigEntry;

/**
 * The settings of what has a type and a configuration with free keys.
 *
 * @param type null in a change: it stays
 * @param entries in a change those that were written: the others stay
 */
public record TypedEntries(String type, Map<String, ConfigEntry> entries) {

    /** All entries after these were written. */
    public TypedEntries and(TypedEntries written) {
        Map<String, ConfigEntry> all = new HashMap<>(entries);
        all.putAll(written.entries());
        return new TypedEntries(type, all);
    }
}
