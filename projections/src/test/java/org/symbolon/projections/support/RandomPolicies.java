package org.symbolon.projections.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.symbolon.events.policy.PolicyAction;
import org.symbolon.events.policy.PolicyChanged;
import org.symbolon.events.policy.PolicyCondition;
import org.symbolon.events.policy.PolicyConditionsReplaced;
import org.symbolon.events.policy.PolicyCreated;
import org.symbolon.events.policy.PolicyDeleted;
import org.symbolon.events.policy.PolicyDisabled;
import org.symbolon.events.policy.PolicyEnabled;
import org.symbolon.events.policy.PolicyTerms;

/** Makes events of policies that could have happened. */
final class RandomPolicies {

    private final Random random;
    private final Map<String, Integer> living = new LinkedHashMap<>();
    private int lastId;

    RandomPolicies(Random random) {
        this.random = random;
    }

    Object next() {
        String name = "policy" + random.nextInt(5);
        Integer id = living.get(name);
        if (id == null) {
            living.put(name, ++lastId);
            return new PolicyCreated(name, lastId, random.nextBoolean(), terms(), conditions());
        }
        return switch (random.nextInt(7)) {
            case 0 -> new PolicyEnabled(name, id);
            case 1 -> new PolicyDisabled(name, id);
            case 2, 3 -> new PolicyConditionsReplaced(name, id, conditions());
            case 4 -> {
                living.remove(name);
                yield new PolicyDeleted(name, id);
            }
            default -> new PolicyChanged(name, id, terms());
        };
    }

    private PolicyTerms terms() {
        PolicyAction action = new PolicyAction("otppin", random.nextBoolean() ? "value" + random.nextInt(9) : null);
        return new PolicyTerms(
                "scope" + random.nextInt(3),
                List.of(action, new PolicyAction("other", null)),
                words("realm"),
                words("adminrealm"),
                words("adminuser"),
                words("resolver"),
                words("node"),
                words("user"),
                words("10.0.0."),
                "time" + random.nextInt(3),
                random.nextBoolean(),
                1 + random.nextInt(5));
    }

    private List<String> words(String word) {
        List<String> words = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            words.add(word + random.nextInt(9));
        }
        return words;
    }

    private List<PolicyCondition> conditions() {
        return words("key").stream()
                .map(key -> new PolicyCondition("userinfo", key, "equals", "value", random.nextBoolean()))
                .toList();
    }
}
