package org.symbolon.events.token;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one fact changes of the state that a type keeps of a token.
 *
 * @param counter the counter from now on, null to leave it
 * @param entries what is written; an entry that is null is removed
 */
public record StateChange(Long counter, SortedMap<String, Object> entries) {

    public static final StateChange NONE = new StateChange(null, StateEntries.NONE);

    public StateChange {
        entries = StateEntries.of(entries);
    }

    /** One of the counter alone. */
    public static StateChange counter(long counter) {
        return new StateChange(counter, StateEntries.NONE);
    }

    /** One of these entries. */
    public static StateChange of(Map<String, ?> entries) {
        return new StateChange(null, StateEntries.of(entries));
    }

    /** One of both. */
    public static StateChange of(Long counter, Map<String, ?> entries) {
        return new StateChange(counter, StateEntries.of(entries));
    }

    /** The same with one entry more. */
    public StateChange with(String name, Object value) {
        SortedMap<String, Object> more = new TreeMap<>(entries);
        more.put(name, value);
        return new StateChange(counter, more);
    }

    /** The same without these entries from now on. */
    public StateChange without(String... names) {
        SortedMap<String, Object> fewer = new TreeMap<>(entries);
        for (String name : names) {
            fewer.put(name, null);
        }
        return new StateChange(counter, fewer);
    }

    /** Both, of which the other one came later. */
    public StateChange and(StateChange other) {
        if (other.entries.isEmpty() && other.counter == null) {
            return this;
        }
        SortedMap<String, Object> both = new TreeMap<>(entries);
        both.putAll(other.entries);
        return new StateChange(other.counter == null ? counter : other.counter, both);
    }

    /** Whether it changes nothing. */
    public boolean isNothing() {
        return counter == null && entries.isEmpty();
    }
}
