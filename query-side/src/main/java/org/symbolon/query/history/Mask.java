package org.symbolon.query.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
}
