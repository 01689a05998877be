package org.symbolon.query.history;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** A field's value before and after something happened; null stands for none. */
public record Difference(Object before, Object after) {

    /** The fields that differ. Secrets are compared, and masked afterwards, so that a new one shows as a change. */
    static Map<String, Difference> between(Map<String, Object> before, Map<String, Object> after) {
        TreeSet<String> fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        Map<String, Difference> differences = new TreeMap<>();
        for (String field : fields) {
            Object old = before.get(field);
            Object current = after.get(field);
            if (!Objects.equals(old, current)) {
                differences.put(field, new Difference(Mask.shown(field, old), Mask.shown(field, current)));
            }
        }
        return differences;
    }
}
