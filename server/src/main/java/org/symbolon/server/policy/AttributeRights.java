package org.symbolon.server.policy;

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

    public boolean maySet(String key, String value) {
        return Stream.of(key, ANY)
                .flatMap(name -> settable.getOrDefault(name, List.of()).stream())
                .anyMatch(allowed -> allowed.equals(ANY) || allowed.equals(value));
    }

    public boolean mayDelete(String key) {
        return deletable.contains(ANY) || deletable.contains(key);
    }
}
