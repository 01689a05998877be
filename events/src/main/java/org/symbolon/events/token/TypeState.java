package org.symbolon.events.token;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.symbolon.events.shared.Sealed;

/**
 * What a type keeps of one token. Only the type knows what its entries mean; everybody else shows them, under their names, in
 * the token's info.
 *
 * @param version of the type's form; a type reads its own older ones
 * @param counter next counter of an event-based token, last step of a time-based one; null where a type has none
 * @param entries whole numbers, truths and texts, or something {@link Sealed}; in an enrolment anew one that is null is removed
 */
public record TypeState(int version, Long counter, SortedMap<String, Object> entries) {

    /** That of a type that keeps nothing. */
    public static final TypeState EMPTY = new TypeState(1, null, StateEntries.NONE);

    public TypeState {
        entries = StateEntries.of(entries);
    }

    public static TypeState of(Long counter, Map<String, ?> entries) {
        return new TypeState(1, counter, StateEntries.of(entries));
    }

    /** What it is after a fact that changes this. */
    public TypeState after(StateChange change) {
        if (change.isNothing()) {
            return this;
        }
        return new TypeState(version, change.counter() == null ? counter : change.counter(), joined(change.entries()));
    }

    /** What it is after an enrolment anew: what that does not name stays. */
    public TypeState renewedBy(TypeState enrolled) {
        return new TypeState(enrolled.version, enrolled.counter, joined(enrolled.entries));
    }

    private SortedMap<String, Object> joined(Map<String, Object> more) {
        if (more.isEmpty()) {
            return entries;
        }
        SortedMap<String, Object> joined = new TreeMap<>(entries);
        more.forEach((name, value) -> joined.compute(name, (known, old) -> value));
        return joined;
    }

    /** The counter as the column shows it. */
    public long count() {
        return counter == null ? 0 : counter;
    }

    /** An entry that is no secret, as people read it. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(entries.get(name))
                .filter(value -> !(value instanceof Sealed))
                .map(TypeState::shown);
    }

    /** An entry that is a whole number. */
    public Optional<Long> number(String name) {
        return entries.get(name) instanceof Long number ? Optional.of(number) : Optional.empty();
    }

    /** An entry that is a secret. */
    public Optional<Sealed> sealed(String name) {
        return entries.get(name) instanceof Sealed sealed ? Optional.of(sealed) : Optional.empty();
    }

    /** A value as people read it. */
    public static String shown(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        return value.toString();
    }
}
