package org.symbolon.command.policy;

import java.util.List;
import java.util.Optional;
import org.symbolon.events.policy.PolicyAction;
import org.symbolon.events.policy.PolicyCondition;
import org.symbolon.events.policy.PolicyTerms;

/** Create a policy, or change one that exists. What is not given stays as it was, or is empty in a new one. */
public record SavePolicy(
        String name,
        boolean active,
        boolean checkAllResolvers,
        int priority,
        String scope,
        List<PolicyAction> actions,
        List<String> realms,
        Further further) {

    /** What need not be given. */
    public record Further(
            Optional<List<String>> adminRealms,
            Optional<List<String>> adminUsers,
            Optional<List<String>> resolvers,
            Optional<List<String>> nodes,
            Optional<List<String>> users,
            Optional<List<String>> clients,
            Optional<String> time,
            Optional<List<PolicyCondition>> conditions) {

        /** Nothing more. */
        public static Further none() {
            return new Further(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /**
     * What the policy would say, for those who only want to know.
     *
     * @throws org.symbolon.command.error.Refusal if it must not say that
     */
    public PolicyTerms applied(PolicyTerms former) {
        PolicyTerms terms = over(former);
        PolicyRules.checkName(name);
        PolicyRules.checkTerms(terms);
        further.conditions.ifPresent(PolicyRules::checkConditions);
        return terms;
    }

    /** What the policy will say. */
    PolicyTerms over(PolicyTerms former) {
        return new PolicyTerms(
                scope,
                actions,
                realms,
                further.adminRealms.orElse(former.adminRealms()),
                further.adminUsers.orElse(former.adminUsers()),
                further.resolvers.orElse(former.resolvers()),
                further.nodes.orElse(former.nodes()),
                further.users.orElse(former.users()),
                further.clients.orElse(former.clients()),
                further.time.orElse(former.time()),
                checkAllResolvers,
                priority);
    }
}
