package org.symbolon.server.policy;

import org.symbolon.server.policy.action.AdminActions;

/**
 * Which policies act on which endpoint, and in which order: the one place to look. A name is the audit's name of the
 * action; of what stands behind {@code before}, the first acts first, and so it is behind {@code after}, which begins once
 * the handler has replied.
 */
final class PolicyTable {

    private final EndpointPolicies table = new EndpointPolicies();
    private final RightPolicies rights;

    private PolicyTable(RightPolicies rights) {
        this.rights = rights;
    }

    static EndpointPolicies of(RightPolicies rights) {
        PolicyTable made = new PolicyTable(rights);
        made.policies();
        return made.table;
    }

    private void policies() {
        table.on("GET /policy/", "GET /policy/<name>", "GET /policy/export/<export>")
                .before(rights.right(AdminActions.POLICYREAD));
        table.on(
                        "POST /policy/<name>",
                        "POST /policy/enable/<name>",
                        "POST /policy/disable/<name>",
                        "POST /policy/import/<filename>",
                        "POST /policy/whatif")
                .before(rights.right(AdminActions.POLICYWRITE));
        table.on("DELETE /policy/<name>").before(rights.right(AdminActions.POLICYDELETE));
    }
}
