package org.symbolon.api.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.symbolon.api.kernel.JsonText;
import org.symbolon.events.shared.Secret;

/** Finds in which fields two states of a thing differ, a line for each entry of a map. No line shows a secret. */
final class Differences {

    private static final int LONGEST = 200;

    private final Set<String> fields;
    private final Set<String> keeping;

    /**
     * Made for things of a kind.
     *
     * @param fields that they have, in the order in which they are shown
     * @param keeping those whose entries stay when they are not named
     */
    Differences(Set<String> fields, Set<String> keeping) {
        this.fields = fields;
        this.keeping = keeping;
    }

    List<FieldChange> between(Map<String, Object> before, Map<String, Object> after) {
        List<FieldChange> changes = new ArrayList<>();
        for (String field : fields) {
            Object one = before.get(field);
            Object other = after.get(field);
            if (isMap(one) && isMap(other)) {
                entries(field, one, other, changes);
            } else if (!SameValue.test(one, other)) {
                changes.add(change(field, one, other));
            }
        }
        return changes;
    }

    /** What the server has beside the entries that are named. */
    List<String> kept(Map<String, Object> before, Map<String, Object> after) {
        List<String> kept = new ArrayList<>();
        for (String field : keeping) {
            Fields.map(before, field).keySet().stream()
                    .filter(key -> !Fields.map(after, field).containsKey(key))
                    .sorted()
                    .forEach(key -> kept.add(field + "." + key));
        }
        return kept;
    }

    private static boolean isMap(Object value) {
        return value == null || value instanceof Map;
    }

    private void entries(String field, Object one, Object other, List<FieldChange> changes) {
        Map<?, ?> before = one == null ? Map.of() : (Map<?, ?>) one;
        Map<?, ?> after = other == null ? Map.of() : (Map<?, ?>) other;
        Set<Object> keys = new TreeSet<>(after.keySet());
        if (!keeping.contains(field)) {
            keys.addAll(before.keySet());
        }
        for (Object key : keys) {
            if (!SameValue.test(before.get(key), after.get(key))) {
                changes.add(change(field + "." + key, before.get(key), after.get(key)));
            }
        }
    }

    /** Where one of two is a secret, both are shown as one. */
    private static FieldChange change(String field, Object before, Object after) {
        boolean secret = holdsSecret(before) || holdsSecret(after);
        return new FieldChange(field, shown(before, secret), shown(after, secret));
    }

    private static boolean holdsSecret(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(Differences::holdsSecret);
        }
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(Differences::holdsSecret);
        }
        return value instanceof Secret || value instanceof SealedValue;
    }

    private static String shown(Object value, boolean secret) {
        if (Fields.isNothing(value)) {
            return null;
        }
        if (secret) {
            return Secret.EMPTY.toString();
        }
        String text = JsonText.write(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
