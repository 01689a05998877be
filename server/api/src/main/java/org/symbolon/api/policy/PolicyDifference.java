package org.symbolon.api.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.symbolon.events.policy.PolicySet;
import org.symbolon.events.policy.PolicyView;

/** Tells apart two states of one policy, or of all. */
final class PolicyDifference {

    private PolicyDifference() {}

    /** Old and new value of each field that differs; null stands for a policy that is not there. */
    static Map<String, Object> between(PolicyView before, PolicyView after) {
        Map<String, Object> old = before == null ? Map.of() : PolicyJson.of(before);
        Map<String, Object> current = after == null ? Map.of() : PolicyJson.of(after);
        TreeSet<String> keys = new TreeSet<>(old.keySet());
        keys.addAll(current.keySet());
        Map<String, Object> changes = new TreeMap<>();
        for (String key : keys) {
            if (!Objects.equals(old.get(key), current.get(key))) {
                Map<String, Object> change = new LinkedHashMap<>();
                change.put("old", old.get(key));
                change.put("new", current.get(key));
                changes.put(key, change);
            }
        }
        return changes;
    }

    /** Which policies came, went and changed. */
    static Map<String, Object> between(PolicySet before, PolicySet after) {
        Map<String, PolicyView> old = byName(before);
        List<Object> created = new ArrayList<>();
        List<Object> changed = new ArrayList<>();
        byName(after).forEach((name, policy) -> {
            PolicyView former = old.remove(name);
            if (former == null) {
                created.add(PolicyJson.of(policy));
                return;
            }
            Map<String, Object> changes = between(former, policy);
            if (!changes.isEmpty()) {
                changed.add(Map.of("name", name, "changes", changes));
            }
        });
        List<Map<String, Object>> deleted =
                old.values().stream().map(PolicyJson::of).toList();
        return Map.of("created", created, "changed", changed, "deleted", deleted);
    }

    private static Map<String, PolicyView> byName(PolicySet policies) {
        Map<String, PolicyView> byName = new TreeMap<>();
        policies.all().forEach(policy -> byName.put(policy.name(), policy));
        return byName;
    }
}
