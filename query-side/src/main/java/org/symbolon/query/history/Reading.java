package org.symbolon.query.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How the events of one kind of things read as changes of its fields. An event writes the fields that it names, unless
 * another effect is given for it.
 */
public final class Reading {

    private final Map<Class<?>, Effect<Object>> effects;
    private final Predicate<Object> concern;
    private final Set<Class<?>> untold;

    private Reading(Map<Class<?>, Effect<Object>> effects, Predicate<Object> concern, Set<Class<?>> untold) {
        this.effects = effects;
        this.concern = concern;
        this.untold = untold;
    }

    /** What an event makes of the fields of a thing, which has none as long as it is not there. */
    @FunctionalInterface
    public interface Effect<E> {
        void on(Map<String, Object> fields, E event);
    }

    /** Of things that are gone with this event. */
    public static Reading endingWith(Class<?> event) {
        return new Reading(Map.of(), any -> true, Set.of()).where(event, (fields, ended) -> fields.clear());
    }

    /** Of things that never end. */
    public static Reading endless() {
        return new Reading(Map.of(), any -> true, Set.of());
    }

    /** With another effect of this event. */
    @SuppressWarnings("unchecked") // it is called with events of this class only
    public <E> Reading where(Class<E> event, Effect<? super E> effect) {
        Map<Class<?>, Effect<Object>> more = new HashMap<>(effects);
        more.put(event, (Effect<Object>) effect);
        return new Reading(more, concern, untold);
    }

    /** Where this event sets one field, and nothing else. */
    public Reading setting(Class<?> event, String field, Object value) {
        return where(event, (fields, any) -> fields.put(field, value));
    }

    /** Where this event adds to one field, which is a map, and writes the others. */
    public Reading adding(Class<?> event, String field) {
        return where(event, (fields, any) -> {
            Map<String, Object> said = RecordFields.of(any);
            said.put(field, joined(fields.get(field), said.get(field)));
            fields.putAll(said);
        });
    }

    /** Where a field that this event leaves open stays as it was. */
    public Reading leaving(Class<?> event) {
        return where(event, (fields, any) -> {
            Map<String, Object> said = RecordFields.of(any);
            said.values().removeIf(Objects::isNull);
            fields.putAll(said);
        });
    }

    /** Where this event changes nothing of the thing. */
    public Reading changingNothing(Class<?> event) {
        return where(event, (fields, any) -> {});
    }

    /** Told of some events only. */
    public Reading only(Predicate<Object> wanted) {
        return new Reading(effects, concern.and(wanted), untold);
    }

    /** Where this event has its effect, and is not told of. */
    public Reading silently(Class<?> event) {
        Set<Class<?>> more = new HashSet<>(untold);
        more.add(event);
        return new Reading(effects, concern, more);
    }

    /** Changes the fields; answers whether the event is to be told of. */
    boolean apply(Map<String, Object> fields, Object event) {
        if (!concern.test(event)) {
            return false;
        }
        effects.getOrDefault(event.getClass(), Reading::write).on(fields, event);
        return !untold.contains(event.getClass());
    }

    private static void write(Map<String, Object> fields, Object event) {
        fields.putAll(RecordFields.of(event));
    }

    /** Two maps as one, in which the second's values count and a null takes a value away. */
    public static Map<String, Object> joined(Object some, Object more) {
        Map<String, Object> joined = new TreeMap<>();
        addTo(joined, some);
        addTo(joined, more);
        return joined;
    }

    private static void addTo(Map<String, Object> joined, Object map) {
        if (map instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> joined.compute(key.toString(), (known, old) -> value));
        }
    }

    /** A map without one of its values. */
    public static Map<String, Object> without(Object map, Object key) {
        Map<String, Object> left = joined(map, null);
        left.remove(key.toString());
        return left;
    }
}
