package org.symbolon.policy.matching;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.symbolon.policy.action.Action;

/**
 * What policies say of one action, as far as that can be told before it is known which token is used: their conditions on it are
 * kept, and held against it later. It is immutable, and asks no policy again.
 */
public final class Said {

    private final Action action;
    private final List<Match> matches;

    /**
     * A policy that says something if all of this is true of the token.
     *
     * @param pending in the order in which the policy has its conditions; one that cannot be followed throws its refusal
     */
    record Match(CompiledPolicy policy, List<Predicate<ConditionFacts>> pending) {

        boolean holds(ConditionFacts facts) {
            return pending.stream().allMatch(condition -> condition.test(facts));
        }
    }

    Said(Action action, List<Match> matches) {
        this.action = action;
        this.matches = matches;
    }

    public static Said nothing(Action action) {
        return new Said(action, List.of());
    }

    /** Whether there is nothing that any token could bring to light. */
    public boolean isNothing() {
        return matches.isEmpty();
    }

    /**
     * What they say where this is the token.
     *
     * @param facts what there is to know of it, asked for only by a condition
     * @param effective is told the name of each policy that takes effect
     * @throws PolicyRefusal 303 if of one of them it cannot be told
     */
    public PolicyAnswer of(ConditionFacts facts, Consumer<String> effective) {
        List<CompiledPolicy> found = matches.stream()
                .filter(match -> match.holds(facts))
                .map(Match::policy)
                .toList();
        return new PolicyAnswer(action, found, effective);
    }
}
