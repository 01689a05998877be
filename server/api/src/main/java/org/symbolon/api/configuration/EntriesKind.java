package org.symbolon.api.configuration;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.symbolon.api.kernel.JsonText;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.secret.Censored;
import org.symbolon.command.secret.GivenEntries;
import org.symbolon.events.shared.Secret;

/**
 * What has a type and free entries. A change writes the entries that differ, and those that a file does not name stay. What stands
 * elsewhere is sealed, also where nobody knew that an entry of this name is a secret.
 */
abstract class EntriesKind implements ConfigurationKind {

    static final String TYPE = "type";
    static final String DATA = "data";

    private static final Shape SHAPE = Shape.fields("")
            .with(TYPE, Shape.text("Its type.").required())
            .with(DATA, Shape.object("Its configuration."));

    private final boolean ignoresCase;

    /** Made by one whose names are the same whatever their case, or are not. */
    EntriesKind(boolean ignoresCase) {
        this.ignoresCase = ignoresCase;
    }

    @Override
    public final Shape shape() {
        return SHAPE;
    }

    @Override
    public final String key(String name) {
        return ignoresCase ? name.toLowerCase(Locale.ROOT) : name;
    }

    @Override
    public final Set<String> keeping() {
        return Set.of(DATA);
    }

    @Override
    public final boolean isSecret(String field, String entry, Map<String, Object> fields) {
        return field.equals(DATA) && secretKeys(Fields.text(fields, TYPE)).contains(entry);
    }

    /** The keys of the entries that are secrets. */
    abstract Set<String> secretKeys(String type);

    /** The keys of the entries that are maps. */
    Set<String> mapKeys(String type) {
        return Set.of();
    }

    abstract Object saving(String name, String type, GivenEntries changed);

    /** Each secret within a map is an entry of its own, and lists are kept as texts. */
    @Override
    public final Map<String, Object> normal(
            GivenItem given, Map<String, Object> fields, Optional<ConfiguredItem> present) {
        String type = Fields.text(fields, TYPE);
        Map<String, Object> data = new LinkedHashMap<>();
        Fields.map(fields, DATA).forEach((key, value) -> {
            if (value instanceof Map<?, ?> map && mapKeys(type).contains(key)) {
                split(given, type, key, map, data);
            } else if (value instanceof Map || value instanceof List) {
                data.put(key, JsonText.write(value));
            } else {
                data.put(key, value);
            }
        });
        return new LinkedHashMap<>(Map.of(TYPE, type, DATA, data));
    }

    private void split(GivenItem given, String type, String key, Map<?, ?> map, Map<String, Object> data) {
        Map<String, Object> plain = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            String entry = key + "." + name;
            boolean secret = value instanceof Secret || Censored.TEXT.equals(value);
            if (!secret && !"".equals(value) && secretKeys(type).contains(entry)) {
                throw given.fault(DATA, "'data.%s' is a secret and must not stand in this file".formatted(entry));
            }
            if (secret) {
                data.put(entry, value);
            } else if (value != null) {
                plain.put(name.toString(), value);
            }
        });
        data.put(key, plain);
    }

    @Override
    public final List<ItemStep> save(String name, Map<String, Object> fields, Optional<ConfiguredItem> present) {
        Map<String, Secret> values = new HashMap<>();
        Map<String, String> types = new HashMap<>();
        Fields.changed(fields, DATA, present).forEach((key, value) -> {
            values.put(key, Secret.of(value instanceof Map ? JsonText.write(value) : Fields.text(value)));
            if (value instanceof Secret) {
                types.put(key, "password");
            }
        });
        return List.of(ItemStep.of(saving(name, Fields.text(fields, TYPE), new GivenEntries(values, types, Map.of()))));
    }

    /** A text that a map is kept as, as the map. */
    static Object unfolded(String key, Object value, Set<String> mapKeys) {
        if (!mapKeys.contains(key) || !(value instanceof String text)) {
            return value;
        }
        Object parsed = JsonText.parse(text).orElse(text);
        return parsed instanceof Map ? parsed : value;
    }
}
