package org.symbolon.policy.matching;

import java.util.Optional;
import java.util.function.Predicate;
import org.symbolon.events.policy.PolicyCondition;

/** One condition of a policy, its comparison prepared. */
final class CompiledCondition {

    private final String policy;
    private final String key;
    private final Optional<Section> section;
    private final Optional<Predicate<Object>> comparison;

    CompiledCondition(String policy, PolicyCondition condition) {
        this.policy = policy;
        key = condition.key();
        section = Section.of(condition.section());
        comparison = Comparator.of(condition.comparator()).map(comparator -> comparator.against(condition.value()));
    }

    boolean isAbout(Section other) {
        return section.filter(other::equals).isPresent();
    }

    /**
     * Whether it is true.
     *
     * @throws PolicyRefusal 303 if it cannot be told, since something that it is about is not there or not comparable
     */
    boolean holds(ConditionFacts facts) {
        Section known = section.orElseThrow(
                () -> new PolicyRefusal("Policy '" + policy + "' has condition with unknown section"));
        Object left = known.valueOf(key, facts, policy);
        try {
            return comparison.orElseThrow(IncomparableException::new).test(left == Section.NULL ? null : left);
        } catch (IncomparableException e) {
            throw known.incomparable(policy);
        }
    }
}
