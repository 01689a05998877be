package org.symbolon.query.history;

import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Sealed;

/** Takes secrets out of what is shown, even those that nobody could read. */
final class Mask {

    private static final String HIDDEN = "***";
    private static final Set<String> SECRETS =
            Set.of("seed", "pin", "pinHash", "passwordHash", "codeHash", "secret", "refillTokenHash");

    private Mask() {}

    static Map<String, Object> secretsIn(Map<?, ?> shown) {
        Map<String, Object> masked = new LinkedHashMap<>();
        shown.forEach(
                (key, value) -> masked.put(key.toString(), SECRETS.contains(key.toString()) ? HIDDEN : masked(value)));
        return masked;
    }

    private static Object masked(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.containsKey("box") ? HIDDEN : secretsIn(map);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Mask::masked).toList();
        }
        return value;
    }

    /** The value of a field in plain maps, lists and texts; what is not there is no secret. */
    static Object shown(String field, Object value) {
        if (value == null) {
            return null;
        }
        if (SECRETS.contains(field) || value instanceof Sealed) {
            return HIDDEN;
        }
        if (value instanceof ConfigEntry entry) {
            return shown(entry);
        }
        if (value instanceof Temporal time) {
            return time.toString();
        }
        if (value instanceof Record object) {
            return eachShown(RecordFields.each(object));
        }
        if (value instanceof Map<?, ?> map) {
            return eachShown(map);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(member -> shown(field, member)).toList();
        }
        return value;
    }

    private static Map<String, Object> eachShown(Map<?, ?> map) {
        Map<String, Object> shown = new LinkedHashMap<>();
        map.forEach((key, member) -> shown.put(key.toString(), shown(key.toString(), member)));
        return shown;
    }

    /** The bare value if there is no more to say of it. */
    private static Object shown(ConfigEntry entry) {
        Object value = entry.isSecret() ? HIDDEN : entry.value();
        if (isEmpty(entry.type()) && isEmpty(entry.description())) {
            return value;
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("value", value);
        shown.put("type", entry.type());
        shown.put("description", entry.description());
        return shown;
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isEmpty();
    }
}
