package org.symbolon.query.feed;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * An event as others are told it.
 *
 * @param id that no other event has
 * @param position its place in the stream
 * @param name of the event, which never changes
 * @param subject what it happened to, empty where that is nothing with a name
 * @param data what happened
 * @param origin who did it, from where, in which request, on which node
 */
public record PublicFact(
        String id,
        long position,
        String name,
        Instant time,
        String subject,
        Map<String, Object> data,
        Map<String, String> origin) {

    private static final String REALM = "realm/";

    /** The realms that it names. */
    public Set<String> realms() {
        Set<String> realms = named("realm", "realms");
        if (subject.startsWith(REALM)) {
            realms.add(subject.substring(REALM.length()));
        }
        return realms;
    }

    /** The tokens that it names. */
    public Set<String> serials() {
        return named("serial", "serials");
    }

    private Set<String> named(String one, String many) {
        Set<String> found = new LinkedHashSet<>();
        collect(data, one, many, found);
        found.remove("");
        return found;
    }

    private static void collect(Object in, String one, String many, Set<String> found) {
        if (in instanceof Collection<?> list) {
            list.forEach(element -> collect(element, one, many, found));
        }
        if (in instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (one.equals(key) && value instanceof String text) {
                    found.add(text);
                } else if (many.equals(key) && value instanceof Collection<?> texts) {
                    texts.forEach(text -> found.add(text.toString()));
                } else {
                    collect(value, one, many, found);
                }
            });
        }
    }
}
