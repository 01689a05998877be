package org.symbolon.events.token;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.symbolon.events.shared.Sealed;

/** Reads the entries of a type's state as they were written, whatever JSON has made of them. */
final class StateEntries {

    static final SortedMap<String, Object> NONE = Collections.unmodifiableSortedMap(new TreeMap<>());

    private StateEntries() {}

    static SortedMap<String, Object> of(Map<String, ?> given) {
        if (given == NONE || given == null || given.isEmpty()) {
            return NONE;
        }
        SortedMap<String, Object> entries = new TreeMap<>();
        given.forEach((name, value) -> entries.put(name, entry(value)));
        return Collections.unmodifiableSortedMap(entries);
    }

    private static Object entry(Object value) {
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Sealed) {
            return value;
        }
        if (value instanceof Long || value instanceof Integer) {
            return ((Number) value).longValue();
        }
        if (value instanceof Map<?, ?> box && box.get("key") instanceof String key) {
            return new Sealed(key, String.valueOf(box.get("box")));
        }
        throw new IllegalArgumentException("An entry is a whole number, a truth, a text or something sealed");
    }
}
