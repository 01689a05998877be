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
import org.symbolon.server.policy.action.SharedActions;
import org.symbolon.server.policy.action.UserActions;

/**
 * Which policies act on which endpoint, and in which order: the one place to look. A name is the audit's name of the
 * action; of what stands behind {@code before}, the first acts first. What stands behind {@code within} is asked by the handler.
 * The rows of log-ins are in {@link LoginTable}, those of what sets the server up, which ask for a right and nothing else, in
 * {@link AdministrationTable}.
 */
final class PolicyTable {

    private final EndpointPolicies table = new EndpointPolicies();
    private final RightPolicies rights;
    private final ListPolicies lists;
    private final HistoryPolicies histories;
    private final AttributePolicies attributes;
    private final TokenPolicies tokens;
    private final LoginPagePolicies page;

    private PolicyTable(
            RightPolicies rights,
            ListPolicies lists,
            HistoryPolicies histories,
            AttributePolicies attributes,
            TokenPolicies tokens,
            LoginPagePolicies page) {
        this.rights = rights;
        this.lists = lists;
        this.histories = histories;
        this.attributes = attributes;
        this.tokens = tokens;
        this.page = page;
    }

    static EndpointPolicies of(
            RightPolicies rights,
            ListPolicies lists,
            HistoryPolicies histories,
            AttributePolicies attributes,
            TokenPolicies tokens,
            LoginPagePolicies page) {
        PolicyTable made = new PolicyTable(rights, lists, histories, attributes, tokens, page);
        LoginTable.addTo(made.table, rights);
        made.loginPage();
        made.enrolment();
        made.tokenFiles();
        made.pinsAndCopies();
        made.tokens();
        made.tokenLists();
        made.users();
        made.audit();
        made.policies();
        AdministrationTable.addTo(made.table, rights, lists);
        return made.table;
    }

    /** No endpoint of the API, but the page before it. */
    private void loginPage() {
        table.on("GET /").before(page.looks());
    }

    private void policies() {
        table.on("GET /policy/", "GET /policy/<name>", "GET /policy/export/<export>", "GET /policy/diff")
                .before(rights.rightToSystem(AdminActions.POLICYREAD));
        table.on(
                        "POST /policy/<name>",
                        "POST /policy/enable/<name>",
                        "POST /policy/disable/<name>",
                        "POST /policy/import/<filename>",
                        "POST /policy/whatif")
                .before(rights.rightToSystem(AdminActions.POLICYWRITE));
        table.on("DELETE /policy/<name>").before(rights.rightToSystem(AdminActions.POLICYDELETE));
    }

    private void tokenLists() {
        table.on("GET /token/").before(lists.tokens(), lists.hide(SharedActions.HIDE_TOKENINFO));
        table.on("GET /token/<serial>/history").before(rights.sightOfToken(AdminActions.TOKENLIST));
        table.on("GET /token/challenges/", "GET /token/challenges/<serial>")
                .before(lists.limited(AdminActions.GETCHALLENGES));
        table.on("GET /token/getserial/<otp>").before(lists.limited(AdminActions.GETSERIAL));
    }

    private void users() {
        table.on("GET /user/").before(lists.users());
        table.on("POST /user", "POST /user/").before(rights.rightToUser(AdminActions.ADDUSER));
        table.on("PUT /user", "PUT /user/").before(rights.rightToUser(SharedActions.UPDATEUSER));
        table.on("DELETE /user/<resolvername>/<username>").before(rights.rightToUser(AdminActions.DELETEUSER));
        table.on("GET /user/attribute", "GET /user/editable_attributes/").before(rights.sightOfUser());
        table.on("POST /user/attribute").before(attributes.setting());
        table.on("DELETE /user/attribute/<attrkey>/<username>/<realm>").before(attributes.deleting());
    }

    private void audit() {
        table.on("GET /audit/").before(lists.audit(), lists.auditAge(), lists.hide(SharedActions.HIDE_AUDIT_COLUMNS));
        table.on("GET /audit/<csvfile>")
                .before(lists.auditDownload(), lists.auditAge(), lists.hide(SharedActions.HIDE_AUDIT_COLUMNS));
        table.on("GET /audit/verify", "GET /audit/statistics").before(rights.rightToSystem(AdminActions.AUDITLOG));
        table.on("GET /history/<kind>/<id>").before(histories.right());
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
                        tokens.pins().readable(),
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
                        tokens.pins().readable(),
                        tokens.pinRules().rules("pin"));
        table.on("POST /token/enable", "POST /token/enable/<serial>")
                .before(tokens.limits().moreInUse(), rights.rightToAll(ENABLE));
    }

    private void tokenFiles() {
        table.on("POST /token/load", "POST /token/load/<filename>").before(rights.tokenFile());
    }

    private void pinsAndCopies() {
        table.on("POST /token/setpin", "POST /token/setpin/<serial>")
                .before(
                        rights.right(SETPIN),
                        tokens.pins().readable(),
                        tokens.pinRules().rules("otppin"),
                        tokens.pins().dueAfterChange("otppin"));
        table.on("POST /token/setrandompin", "POST /token/setrandompin/<serial>")
                .before(
                        rights.right(SETRANDOMPIN),
                        tokens.pins().pinOnRequest(),
                        tokens.pins().readable(),
                        tokens.pins().dueAfterRandomPin());
        table.on("POST /token/lost/<serial>")
                .before(
                        rights.right(AdminActions.LOSTTOKEN, UserActions.LOSTTOKEN),
                        tokens.lost().replacement());
        table.on("POST /token/copypin").before(rights.right(AdminActions.COPYTOKENPIN));
        table.on("POST /token/copyuser").before(rights.right(AdminActions.COPYTOKENUSER));
    }

    private void tokens() {
        table.on("POST /token/unassign").before(rights.rightToAll(UNASSIGN));
        table.on("POST /token/disable", "POST /token/disable/<serial>").before(rights.rightToAll(DISABLE));
        table.on("POST /token/revoke", "POST /token/revoke/<serial>").before(rights.rightToAll(REVOKE));
        table.on("POST /token/reset", "POST /token/reset/<serial>").before(rights.rightToAll(RESET));
        table.on("POST /token/resync", "POST /token/resync/<serial>").before(rights.right(RESYNC));
        table.on("POST /token/description", "POST /token/description/<serial>").before(rights.right(SETDESCRIPTION));
        table.on("DELETE /token/<serial>").before(rights.right(DELETE));
        table.on("POST /token/set", "POST /token/set/<serial>").before(rights.right(AdminActions.SET));
        table.on("POST /token/realm/<serial>").before(rights.rightToRealms(AdminActions.TOKENREALMS));
        table.on("POST /token/info/<serial>", "POST /token/info/<serial>/<key>", "DELETE /token/info/<serial>/<key>")
                .before(rights.right(AdminActions.SETTOKENINFO));
        table.on(
                        "POST /token/group/<serial>",
                        "POST /token/group/<serial>/<groupname>",
                        "DELETE /token/group/<serial>/<groupname>")
                .before(rights.right(AdminActions.TOKENGROUPS));
    }
}
