package org.symbolon.server.policy;

/**
 * Which policies act on which endpoint beside the right that its route needs, and in which order. A name is the audit's name of
 * the action; what stands behind {@code first} acts before the right is looked at; of what stands behind {@code before}, the
 * first acts first; what stands behind {@code within} is asked by the handler. The rows of log-ins are in {@link LoginTable}.
 */
final class PolicyTable {

    private final EndpointPolicies table;
    private final TokenPolicies tokens;
    private final LoginPagePolicies page;

    private PolicyTable(EndpointPolicies table, TokenPolicies tokens, LoginPagePolicies page) {
        this.table = table;
        this.tokens = tokens;
        this.page = page;
    }

    static EndpointPolicies written(EndpointPolicies table, TokenPolicies tokens, LoginPagePolicies page) {
        PolicyTable made = new PolicyTable(table, tokens, page);
        LoginTable.addTo(table);
        made.loginPage();
        made.enrolment();
        made.pins();
        return table;
    }

    /** No endpoint of the API, but the page before it. */
    private void loginPage() {
        table.on("GET /").before(page.looks());
    }

    private void enrolment() {
        table.on("POST /token/init")
                .first(
                        tokens.limits().oneMoreInRealm(),
                        tokens.enrolment().description(),
                        tokens.limits().oneMoreOfUser())
                .before(
                        tokens.enrolment().app(),
                        tokens.pins().pinOfEnrolment(),
                        tokens.steps().twoSteps(),
                        tokens.steps().sizesOfSteps(),
                        tokens.pins().randomPin(),
                        tokens.pins().readable(),
                        tokens.pinRules().rulesOfEnrolment(),
                        tokens.enrolment().presets(),
                        tokens.enrolment().passwords(),
                        tokens.enrolment().told(),
                        tokens.steps().verification(),
                        tokens.pins().dueAfterEnrolment());
        table.on("POST /token/assign")
                .first(tokens.limits().oneMoreInRealm(), tokens.limits().oneMoreOfUser())
                .before(tokens.pins().readable(), tokens.pinRules().rules("pin"));
        table.on("POST /token/enable", "POST /token/enable/<serial>")
                .first(tokens.limits().moreInUse());
    }

    private void pins() {
        table.on("POST /token/setpin", "POST /token/setpin/<serial>")
                .before(
                        tokens.pins().readable(),
                        tokens.pinRules().rules("otppin"),
                        tokens.pins().dueAfterChange("otppin"));
        table.on("POST /token/setrandompin", "POST /token/setrandompin/<serial>")
                .before(
                        tokens.pins().pinOnRequest(),
                        tokens.pins().readable(),
                        tokens.pins().dueAfterRandomPin());
        table.on("POST /token/lost/<serial>").before(tokens.lost().replacement());
    }
}
