package org.symbolon.api.configuration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.symbolon.command.secret.Censored;
import org.symbolon.events.shared.Secret;

/** Takes typed values out of fields that a shape has let pass. */
final class Fields {

    private Fields() {}

    /** Whether a value says nothing: an empty text, list or map, or none at all. */
    static boolean isNothing(Object value) {
        if (value instanceof Secret secret) {
            return secret.isEmpty();
        }
        return value == null || Set.<Object>of("", List.of(), Map.of()).contains(value);
    }

    static String text(Map<String, Object> fields, String name) {
        return text(fields.get(name));
    }

    /** A value as a text; a secret that is kept as what stands for it. */
    static String text(Object value) {
        if (value instanceof Secret secret) {
            return secret.reveal();
        }
        if (value instanceof SealedValue) {
            return Censored.TEXT;
        }
        return value == null ? "" : value.toString();
    }

    static Secret secret(Map<String, Object> fields, String name) {
        return Secret.of(text(fields, name));
    }

    static boolean flag(Map<String, Object> fields, String name) {
        return Boolean.TRUE.equals(fields.get(name));
    }

    static int number(Map<String, Object> fields, String name) {
        return (Integer) fields.get(name);
    }

    static List<String> list(Map<String, Object> fields, String name) {
        return ((List<?>) fields.get(name)).stream().map(Fields::text).toList();
    }

    @SuppressWarnings("unchecked") // keys are texts wherever fields come from
    static Map<String, Object> map(Map<String, Object> fields, String name) {
        return fields.get(name) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    static Map<String, String> texts(Map<String, Object> fields, String name) {
        return mapped(map(fields, name), Fields::text);
    }

    static Map<String, Secret> secrets(Map<String, Object> fields, String name) {
        return mapped(map(fields, name), value -> Secret.of(text(value)));
    }

    private static <T> Map<String, T> mapped(Map<String, Object> map, Function<Object, T> function) {
        return map.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> function.apply(entry.getValue())));
    }

    /** Those entries of a map that are not the same in the present one. */
    static Map<String, Object> changed(Map<String, Object> fields, String name, Optional<ConfiguredItem> present) {
        Map<String, Object> before =
                present.map(item -> map(item.fields(), name)).orElse(Map.of());
        Map<String, Object> changed = new HashMap<>();
        map(fields, name).forEach((key, value) -> {
            if (!SameValue.test(before.get(key), value)) {
                changed.put(key, value);
            }
        });
        return changed;
    }
}
