package org.symbolon.server.policy;

import java.util.stream.Stream;

/**
 * Which policies act on which endpoint beside the right that its route needs, and in which order. A name is the audit's name of
 * the action; what stands behind {@code first} acts before the right is looked at; of what stands behind {@code before}, the
 * first acts first, and so it is behind {@code after}, which begins once the handler has replied.
 */
final class PolicyTable {

    private final EndpointPolicies table;
    private final TokenPolicies tokens;
    private final LoginSteps logIns;

    private PolicyTable(EndpointPolicies table, TokenPolicies tokens, LoginSteps logIns) {
        this.table = table;
        this.tokens = tokens;
        this.logIns = logIns;
    }

    static EndpointPolicies written(EndpointPolicies table, TokenPolicies tokens, LoginSteps logIns) {
        PolicyTable made = new PolicyTable(table, tokens, logIns);
        made.logIns();
        made.loginPage();
        made.enrolment();
        made.pins();
        return table;
    }

    private void logIns() {
        UsedTokenPolicies token = logIns.token();
        AnswerPolicies answer = logIns.answer();
        PostPolicy effects = logIns.terms().effects();
        PostPolicy claimed = logIns.claims().claimed();
        checks("/validate/check", "/validate/samlcheck")
                .after(
                        token.used(),
                        claimed,
                        token.serial(),
                        token.type(),
                        token.info(),
                        effects,
                        answer.user(),
                        answer.resolver(),
                        answer.noDetailOnSuccess(),
                        answer.noDetailOnFail(),
                        logIns.enrolment().enrolment(),
                        answer.challengeText(),
                        token.authorized());
        checks("/validate/radiuscheck")
                .after(
                        token.used(),
                        claimed,
                        token.serial(),
                        token.type(),
                        token.info(),
                        effects,
                        logIns.enrolment().enrolmentElsewhere(),
                        token.authorized(),
                        answer.statusAlone());
        table.on(both("/validate/triggerchallenge"))
                .after(token.used(), effects, answer.challengeText(), token.authorized());
        table.on("GET /validate/polltransaction", "GET /validate/polltransaction/<transaction_id>")
                .before(logIns.rewriting().mangling(), logIns.apiKey().required());
        table.on("POST /auth")
                .before(answer.userToTell())
                .after(
                        token.used(),
                        token.serial(),
                        token.info(),
                        token.type(),
                        effects,
                        answer.user(),
                        answer.resolver(),
                        answer.noDetailOnSuccess(),
                        logIns.webui().settings());
    }

    /** No endpoint of the API, but the page before it. */
    private void loginPage() {
        table.on("GET /").before(logIns.page().looks());
    }

    private EndpointPolicies.Row checks(String... paths) {
        return table.on(both(paths))
                .before(
                        logIns.rewriting().realm(),
                        logIns.rewriting().mangling(),
                        logIns.subject(),
                        logIns.apiKey().required(),
                        logIns.answer().userToTell());
    }

    /** The endpoints that take GET and POST alike. */
    private static String[] both(String... paths) {
        return Stream.of(paths)
                .flatMap(path -> Stream.of("GET " + path, "POST " + path))
                .toArray(String[]::new);
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
