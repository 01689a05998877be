package org.symbolon.policy.rights;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which custom attributes of a user a request may set, to which values, and which it may delete. Other than with all other
 * rights, what no policy names is forbidden, also where there is no policy at all.
 *
 * @param settable the values that an attribute may be set to; {@code *} stands for any attribute or any value
 * @param deletable the attributes that may be deleted; {@code *} stands for any
 */
public record AttributeRights(Map<String, List<String>> settable, List<String> deletable) {

    private static final String ANY = "*";

    /** What a request may do that no policy is about. */
    public static final AttributeRights NONE = new AttributeRights(Map.of(), List.of());

    /** Reads what policies say: of what may be set in the form {@code :colour: red blue :size: *}. */
    static AttributeRights of(Collection<String> settable, Collection<String> deletable) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        settable.forEach(text -> addSettable(text, values));
        return new AttributeRights(
                values,
                deletable.stream().flatMap(AttributeRights::words).distinct().toList());
    }

    /** Between colons stands a key, and behind it its values. */
    private static void addSettable(String text, Map<String, List<String>> settable) {
        List<String> values = new ArrayList<>();
        for (String word : words(text).toList()) {
            if (word.length() > 2 && word.startsWith(":") && word.endsWith(":")) {
                values = settable.computeIfAbsent(word.substring(1, word.length() - 1), key -> new ArrayList<>());
            } else if (!values.contains(word)) {
                values.add(word);
            }
        }
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.strip().split("\\s+")).filter(word -> !word.isEmpty());
    }

    public boolean maySet(String key, String value) {
        return Stream.of(key, ANY)
                .flatMap(name -> settable.getOrDefault(name, List.of()).stream())
                .anyMatch(allowed -> allowed.equals(ANY) || allowed.equals(value));
    }

    public boolean mayDelete(String key) {
        return deletable.contains(ANY) || deletable.contains(key);
    }
}
