package org.symbolon.server.policy;

import java.util.stream.Stream;
import org.symbolon.server.policy.action.AdminActions;

/**
 * Which policies act on which endpoint, and in which order: the one place to look. A name is the audit's name of the
 * action; of what stands behind {@code before}, the first acts first, and so it is behind {@code after}, which begins once
 * the handler has replied.
 */
final class PolicyTable {

    private final EndpointPolicies table = new EndpointPolicies();
    private final RightPolicies rights;
    private final LoginSteps logIns;

    private PolicyTable(RightPolicies rights, LoginSteps logIns) {
        this.rights = rights;
        this.logIns = logIns;
    }

    static EndpointPolicies of(RightPolicies rights, LoginSteps logIns) {
        PolicyTable made = new PolicyTable(rights, logIns);
        made.logIns();
        made.policies();
        return made.table;
    }

    private void logIns() {
        UsedTokenPolicies token = logIns.token();
        AnswerPolicies answer = logIns.answer();
        PostPolicy effects = logIns.terms().effects();
        checks("/validate/check", "/validate/samlcheck")
                .after(
                        token.used(),
                        token.serial(),
                        token.type(),
                        token.info(),
                        effects,
                        answer.user(),
                        answer.resolver(),
                        answer.noDetailOnSuccess(),
                        answer.noDetailOnFail(),
                        answer.challengeText(),
                        token.authorized());
        checks("/validate/radiuscheck")
                .after(
                        token.used(),
                        token.serial(),
                        token.type(),
                        token.info(),
                        effects,
                        token.authorized(),
                        answer.statusAlone());
        table.on(both("/validate/triggerchallenge"))
                .before(rights.right(AdminActions.TRIGGERCHALLENGE))
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
}
