package org.symbolon.server.policy;

import static org.symbolon.server.policy.action.SharedActions.ASSIGN;
import static org.symbolon.server.policy.action.SharedActions.DELETE;
import static org.symbolon.server.policy.action.SharedActions.DISABLE;
import static org.symbolon.server.policy.action.SharedActions.ENABLE;
import static org.symbolon.server.policy.action.SharedActions.RESET;
import static org.symbolon.server.policy.action.SharedActions.RESYNC;
import static org.symbolon.server.policy.action.SharedActions.REVOKE;
import static org.symbolon.server.policy.action.SharedActions.SETDESCRIPTION;
import static org.symbolon.server.policy.action.SharedActions.SETPIN;
import static org.symbolon.server.policy.action.SharedActions.SETRANDOMPIN;
import static org.symbolon.server.policy.action.SharedActions.UNASSIGN;

import org.symbolon.server.policy.action.AdminActions;
import org.symbolon.server.policy.action.UserActions;

/**
 * Which policies act on which endpoint, and in which order: the one place to look. A name is the audit's name of the
 * action; of what stands behind {@code before}, the first acts first, and so it is behind {@code after}, which begins once
 * the handler has replied.
 */
final class PolicyTable {

    private final EndpointPolicies table = new EndpointPolicies();
    private final RightPolicies rights;
    private final TokenPolicies tokens;

    private PolicyTable(RightPolicies rights, TokenPolicies tokens) {
        this.rights = rights;
        this.tokens = tokens;
    }

    static EndpointPolicies of(RightPolicies rights, TokenPolicies tokens) {
        PolicyTable made = new PolicyTable(rights, tokens);
        made.policies();
        made.enrolment();
        made.pinsAndCopies();
        made.tokens();
        return made.table;
    }

    private void policies() {
        table.on("GET /policy/", "GET /policy/<name>", "GET /policy/export/<export>")
                .before(rights.right(AdminActions.POLICYREAD));
        table.on(
                        "POST /policy/<name>",
                        "POST /policy/enable/<name>",
                        "POST /policy/disable/<name>",
                        "POST /policy/import/<filename>")
                .before(rights.right(AdminActions.POLICYWRITE));
        table.on("DELETE /policy/<name>").before(rights.right(AdminActions.POLICYDELETE));
    }

    private void enrolment() {
        table.on("POST /token/init")
                .before(
                        tokens.limits().oneMoreInRealm(),
                        tokens.enrolment().description(),
                        tokens.limits().oneMoreOfUser(),
                        rights.enrolment(),
                        tokens.enrolment().app(),
                        tokens.pins().pinOfEnrolment(),
                        tokens.steps().twoSteps(),
                        tokens.steps().sizesOfSteps(),
                        tokens.pins().randomPin(),
                        tokens.pinRules().rulesOfEnrolment(),
                        tokens.enrolment().presets(),
                        tokens.enrolment().passwords(),
                        tokens.steps().verification(),
                        tokens.pins().dueAfterEnrolment());
        table.on("POST /token/assign")
                .before(
                        tokens.limits().oneMoreInRealm(),
                        tokens.limits().oneMoreOfUser(),
                        rights.right(ASSIGN),
                        tokens.pinRules().rules("pin"));
        table.on("POST /token/enable", "POST /token/enable/<serial>")
                .before(tokens.limits().moreInUse(), rights.right(ENABLE));
    }

    private void pinsAndCopies() {
        table.on("POST /token/setpin", "POST /token/setpin/<serial>")
                .before(
                        rights.right(SETPIN),
                        tokens.pinRules().rules("otppin"),
                        tokens.pins().dueAfterChange("otppin"));
        table.on("POST /token/setrandompin", "POST /token/setrandompin/<serial>")
                .before(
                        rights.right(SETRANDOMPIN),
                        tokens.pins().pinOnRequest(),
                        tokens.pins().dueAfterRandomPin());
        table.on("POST /token/lost/<serial>")
                .before(
                        rights.right(AdminActions.LOSTTOKEN, UserActions.LOSTTOKEN),
                        tokens.lost().replacement());
        table.on("POST /token/copypin").before(rights.right(AdminActions.COPYTOKENPIN));
        table.on("POST /token/copyuser").before(rights.right(AdminActions.COPYTOKENUSER));
    }

    private void tokens() {
        table.on("POST /token/unassign").before(rights.right(UNASSIGN));
        table.on("POST /token/disable", "POST /token/disable/<serial>").before(rights.right(DISABLE));
        table.on("POST /token/revoke", "POST /token/revoke/<serial>").before(rights.right(REVOKE));
        table.on("POST /token/reset", "POST /token/reset/<serial>").before(rights.right(RESET));
        table.on("POST /token/resync", "POST /token/resync/<serial>").before(rights.right(RESYNC));
        table.on("POST /token/description", "POST /token/description/<serial>").before(rights.right(SETDESCRIPTION));
        table.on("DELETE /token/<serial>").before(rights.right(DELETE));
        table.on("POST /token/set", "POST /token/set/<serial>").before(rights.right(AdminActions.SET));
        table.on("POST /token/realm/<serial>").before(rights.right(AdminActions.TOKENREALMS));
        table.on("POST /token/info/<serial>", "POST /token/info/<serial>/<key>", "DELETE /token/info/<serial>/<key>")
                .before(rights.right(AdminActions.SETTOKENINFO));
        table.on(
                        "POST /token/group/<serial>",
                        "POST /token/group/<serial>/<groupname>",
                        "DELETE /token/group/<serial>/<groupname>")
                .before(rights.right(AdminActions.TOKENGROUPS));
    }
}
