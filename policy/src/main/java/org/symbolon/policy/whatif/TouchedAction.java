package org.symbolon.policy.whatif;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.events.policy.PolicyView;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.matching.CompiledPolicies;
import org.symbolon.policy.matching.CompiledPolicy;
import org.symbolon.policy.matching.CompiledPolicy.Verdict;
import org.symbolon.policy.matching.PolicyQuestion;
import org.symbolon.policy.matching.PolicyRefusal;

/**
 * An action about which not the same policies decide in two sets.
 *
 * @param always whether each request may come out differently: policies of the scope are in use in one set only
 * @param differing the policies that decide about it in one of the sets and not in the other
 */
record TouchedAction(Action action, boolean always, List<CompiledPolicy> differing) {

    /** Empty if the same policies decide about it in both. */
    static Optional<TouchedAction> of(Action action, CompiledPolicies current, CompiledPolicies drafted) {
        String scope = action.scope().wire();
        boolean always = current.hasScope(scope) != drafted.hasScope(scope);
        List<CompiledPolicy> before = current.deciding(scope, action.name());
        List<CompiledPolicy> after = drafted.deciding(scope, action.name());
        Set<PolicyView> common = views(before);
        common.retainAll(views(after));
        List<CompiledPolicy> differing = Stream.concat(before.stream(), after.stream())
                .filter(policy -> !common.contains(policy.view()))
                .toList();
        return always || !differing.isEmpty()
                ? Optional.of(new TouchedAction(action, always, differing))
                : Optional.empty();
    }

    private static Set<PolicyView> views(List<CompiledPolicy> policies) {
        return policies.stream().map(CompiledPolicy::view).collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * Whether one of the policies that decide in one of the sets only may match.
     *
     * @throws NotRecordedException if one of them wants to know what is not recorded
     */
    boolean mayMatch(PolicyQuestion question) {
        return differing.stream().anyMatch(policy -> mayMatch(policy, question));
    }

    private static boolean mayMatch(CompiledPolicy policy, PolicyQuestion question) {
        try {
            return policy.verdict(question) == Verdict.MATCHES;
        } catch (PolicyRefusal refusal) {
            return true;
        }
    }
}
