package org.symbolon.policy.matching;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.symbolon.events.policy.PolicyCondition;

/**
 * Whether the regular expressions of a policy can be read at all: whoever writes one is told so. One that is kept all the
 * same (by a version that did not ask) refuses whatever it would decide about.
 */
public final class PolicyExpressions {

    private PolicyExpressions() {}

    /** The first of the names, as policies list them, that is meant as an expression and is none. */
    public static Optional<String> malformedName(Stream<String> names) {
        return names.filter(NameList::isExpression)
                .filter(PolicyExpressions::isMalformed)
                .findFirst();
    }

    /** The first value that a condition compares with as an expression, and is none. */
    public static Optional<String> malformedValue(List<PolicyCondition> conditions) {
        return conditions.stream()
                .filter(condition -> Comparator.of(condition.comparator())
                        .filter(Comparator::takesExpression)
                        .isPresent())
                .map(PolicyCondition::value)
                .filter(PolicyExpressions::isMalformed)
                .findFirst();
    }

    private static boolean isMalformed(String text) {
        return Expression.anchored(text).isEmpty();
    }
}
