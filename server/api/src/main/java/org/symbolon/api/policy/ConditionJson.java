package org.symbolon.api.policy;

import java.util.List;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.JsonText;
import org.symbolon.events.policy.PolicyCondition;

/** Reads conditions: a list of lists, each of four texts and one boolean, or a text that holds such a list as JSON. */
final class ConditionJson {

    private static final int MEMBERS = 5;
    private static final int MOST_SHOWN = 200;

    private ConditionJson() {}

    static List<PolicyCondition> read(Object value) {
        if ("".equals(value)) {
            return List.of();
        }
        Object json = value instanceof String text ? JsonText.parse(text).orElse(text) : value;
        if (!(json instanceof List<?> list)) {
            throw malformed("Conditions must be 5-tuples: ", json);
        }
        return list.stream().map(condition -> condition(list, condition)).toList();
    }

    private static PolicyCondition condition(List<?> all, Object condition) {
        if (!(condition instanceof List<?> members) || members.size() != MEMBERS) {
            throw malformed("Conditions must be 5-tuples: ", all);
        }
        if (members.get(0) instanceof String section
                && members.get(1) instanceof String key
                && members.get(2) instanceof String comparator
                && members.get(3) instanceof String value
                && members.get(4) instanceof Boolean active) {
            return new PolicyCondition(section, key, comparator, value, active);
        }
        throw malformed("Conditions must be 5-tuples of four strings and one boolean: ", all);
    }

    private static ApiException malformed(String text, Object conditions) {
        String shown = PythonText.of(conditions);
        int shownLength = shown.codePointCount(0, shown.length());
        return ApiException.parameter(text
                + (shownLength > MOST_SHOWN ? shown.substring(0, shown.offsetByCodePoints(0, MOST_SHOWN)) : shown));
    }
}
