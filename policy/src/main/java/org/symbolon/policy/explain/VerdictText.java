package org.symbolon.policy.explain;

import java.util.List;
import org.symbolon.events.policy.PolicyTerms;
import org.symbolon.policy.matching.CompiledPolicy.Verdict;

/** Puts into words where a policy and a question part. */
final class VerdictText {

    private VerdictText() {}

    static String of(Verdict verdict, PolicyTerms terms) {
        return switch (verdict) {
            case MATCHES -> "matches";
            case INACTIVE -> "is not in use";
            case OTHER_SCOPE -> "is of the scope " + terms.scope();
            case OTHER_ACTION -> "does not decide about this action";
            case OTHER_USER -> only("users", terms.users());
            case OTHER_REALM -> only("realms", terms.realms());
            case OTHER_ADMIN_REALM -> only("realms of administrators", terms.adminRealms());
            case OTHER_ADMIN_USER -> only("administrators", terms.adminUsers());
            case OTHER_RESOLVER ->
                terms.checkAllResolvers()
                        ? "wants one of the user's resolvers to be of: " + String.join(", ", terms.resolvers())
                        : only("resolvers", terms.resolvers());
            case OTHER_NODE -> only("nodes", terms.nodes());
            case OTHER_CLIENT -> only("clients", terms.clients());
            case OTHER_TIME -> "is for the times " + terms.time() + " only";
            case CONDITION_FALSE -> "has a condition that is not true";
        };
    }

    private static String only(String what, List<String> list) {
        return "is for these " + what + " only: " + String.join(", ", list);
    }
}
