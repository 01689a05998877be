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

import java.util.stream.Stream;
import org.symbolon.server.policy.action.AdminActions;
import org.symbolon.server.policy.action.SharedActions;
import org.symbolon.server.policy.action.UserActions;

/**
 * Which policies act on which endpoint, and in which order: the one place to look. A name is the audit's name of the
 * action; of what stands behind {@code before}, the first acts first, and so it is behind {@code after}, which begins once
 * the handler has replied.
 */
final class PolicyTable {

    private final EndpointPolicies table = new EndpointPolicies();
    private final RightPolicies rights;
    private final ListPolicies lists;
    private final HistoryPolicies histories;
    private final AttributePolicies attributes;
    private final TokenPolicies tokens;
    private final LoginSteps logIns;

    private PolicyTable(
            RightPolicies rights,
            ListPolicies lists,
            HistoryPolicies histories,
            AttributePolicies attributes,
            TokenPolicies tokens,
            LoginSteps logIns) {
        this.rights = rights;
        this.lists = lists;
        this.histories = histories;
        this.attributes = attributes;
        this.tokens = tokens;
        this.logIns = logIns;
    }

    static EndpointPolicies of(
            RightPolicies rights,
            ListPolicies lists,
            HistoryPolicies histories,
            AttributePolicies attributes,
            TokenPolicies tokens,
            LoginSteps logIns) {
        PolicyTable made = new PolicyTable(rights, lists, histories, attributes, tokens, logIns);
        made.logIns();
        made.enrolment();
        made.pinsAndCopies();
        made.tokens();
        made.tokenLists();
        made.users();
        made.audit();
        made.policies();
        made.administration();
        made.resolvers();
        made.reactions();
        made.definitions();
        made.servers();
        made.machines();
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

    private void administration() {
        table.on("POST /system/setConfig", "POST /system/setDefault", "POST /system/test/<tokentype>")
                .before(rights.rightToSystem(AdminActions.CONFIGWRITE));
        table.on("DELETE /system/<key>").before(rights.rightToSystem(AdminActions.CONFIGDELETE));
        table.on("POST /system/hsm").before(rights.rightToSystem(AdminActions.SET_HSM_PASSWORD));
        table.on("GET /system/random").before(rights.rightAnywhere(AdminActions.GETRANDOM));
        table.on("GET /system/documentation").before(rights.rightToSystem(AdminActions.SYSTEM_DOCUMENTATION));
        table.on("GET /system/names/radius").before(rights.rightAnywhere(SharedActions.enrol("radius")));
        table.on("GET /system/names/caconnector").before(rights.rightAnywhere(SharedActions.enrol("certificate")));
    }

    private void resolvers() {
        table.on("GET /resolver/", "GET /resolver/<resolver>").before(rights.rightToSystem(AdminActions.RESOLVERREAD));
        table.on(
                        "POST /resolver/<resolver>",
                        "POST /resolver/test",
                        "POST /realm/<realm>",
                        "POST /defaultrealm/<realm>")
                .before(rights.rightToSystem(AdminActions.RESOLVERWRITE));
        table.on("DELETE /resolver/<resolver>", "DELETE /realm/<realm>", "DELETE /defaultrealm")
                .before(rights.rightToSystem(AdminActions.RESOLVERDELETE));
        table.on("GET /realm/", "GET /defaultrealm").before(lists.realms());
    }

    private void reactions() {
        table.on("GET /event/", "GET /event/<eventid>").before(rights.rightToSystem(AdminActions.EVENTHANDLING_READ));
        table.on("POST /event", "POST /event/enable/<eventid>", "POST /event/disable/<eventid>", "DELETE /event/<eid>")
                .before(rights.rightToSystem(AdminActions.EVENTHANDLING_WRITE));
        table.on("GET /periodictask/", "GET /periodictask/<ptaskid>")
                .before(rights.rightToSystem(AdminActions.PERIODICTASK_READ));
        table.on(
                        "POST /periodictask/",
                        "POST /periodictask/enable/<ptaskid>",
                        "POST /periodictask/disable/<ptaskid>",
                        "DELETE /periodictask/<ptaskid>")
                .before(rights.rightToSystem(AdminActions.PERIODICTASK_WRITE));
        table.on(
                        "GET /monitoring/",
                        "GET /monitoring/<stats_key>",
                        "GET /monitoring/<stats_key>/last",
                        "GET /stats/current/users_with_token")
                .before(rights.rightToSystem(AdminActions.STATISTICS_READ));
        table.on("DELETE /monitoring/<stats_key>").before(rights.rightToSystem(AdminActions.STATISTICS_DELETE));
    }

    private void definitions() {
        table.on("GET /client/").before(rights.rightToSystem(AdminActions.CLIENTTYPE));
        table.on(
                        "GET /subscriptions/",
                        "GET /subscriptions/<application>",
                        "POST /subscriptions/",
                        "DELETE /subscriptions/<application>")
                .before(rights.rightToSystem(AdminActions.MANAGESUBSCRIPTION));
        table.on("GET /tokengroup/", "GET /tokengroup/<groupname>")
                .before(rights.rightToSystem(AdminActions.TOKENGROUP_LIST));
        table.on("POST /tokengroup/<groupname>").before(rights.rightToSystem(AdminActions.TOKENGROUP_ADD));
        table.on("DELETE /tokengroup/<groupname>").before(rights.rightToSystem(AdminActions.TOKENGROUP_DELETE));
        table.on("GET /serviceid/", "GET /serviceid/<name>").before(rights.rightToSystem(AdminActions.SERVICEID_LIST));
        table.on("POST /serviceid/<name>").before(rights.rightToSystem(AdminActions.SERVICEID_ADD));
        table.on("DELETE /serviceid/<name>").before(rights.rightToSystem(AdminActions.SERVICEID_DELETE));
    }

    private void servers() {
        table.on("GET /smsgateway/", "GET /smsgateway/<gwid>")
                .before(rights.rightToSystem(AdminActions.SMSGATEWAY_READ));
        table.on("POST /smsgateway", "DELETE /smsgateway/<identifier>", "DELETE /smsgateway/option/<gwid>/<key>")
                .before(rights.rightToSystem(AdminActions.SMSGATEWAY_WRITE));
        table.on("GET /smtpserver/").before(rights.rightToSystem(AdminActions.SMTPSERVER_READ));
        table.on("POST /smtpserver/<identifier>", "POST /smtpserver/send_test_email", "DELETE /smtpserver/<identifier>")
                .before(rights.rightToSystem(AdminActions.SMTPSERVER_WRITE));
        table.on("GET /radiusserver/").before(rights.rightToSystem(AdminActions.RADIUSSERVER_READ));
        table.on(
                        "POST /radiusserver/<identifier>",
                        "POST /radiusserver/test_request",
                        "DELETE /radiusserver/<identifier>")
                .before(rights.rightToSystem(AdminActions.RADIUSSERVER_WRITE));
        table.on("GET /edumfaserver/").before(rights.rightToSystem(AdminActions.EDUMFASERVER_READ));
        table.on(
                        "POST /edumfaserver/<identifier>",
                        "POST /edumfaserver/test_request",
                        "DELETE /edumfaserver/<identifier>")
                .before(rights.rightToSystem(AdminActions.EDUMFASERVER_WRITE));
        table.on("GET /caconnector/", "GET /caconnector/<name>", "GET /caconnector/specific/<catype>")
                .before(rights.rightToSystem(AdminActions.CACONNECTORREAD));
        table.on("POST /caconnector/<name>").before(rights.rightToSystem(AdminActions.CACONNECTORWRITE));
        table.on("DELETE /caconnector/<name>").before(rights.rightToSystem(AdminActions.CACONNECTORDELETE));
    }

    private void machines() {
        table.on("GET /machineresolver/", "GET /machineresolver/<resolver>")
                .before(rights.rightToSystem(AdminActions.MRESOLVERREAD));
        table.on("POST /machineresolver/<resolver>", "POST /machineresolver/test")
                .before(rights.rightToSystem(AdminActions.MRESOLVERWRITE));
        table.on("DELETE /machineresolver/<resolver>").before(rights.rightToSystem(AdminActions.MRESOLVERDELETE));
        table.on("GET /machine/").before(rights.rightToSystem(AdminActions.MACHINELIST));
        table.on("GET /machine/token").before(lists.limited(AdminActions.MANAGE_MACHINE_TOKENS));
        table.on(
                        "POST /machine/token",
                        "DELETE /machine/token/<serial>/<application>/<mtid>",
                        "DELETE /machine/token/<serial>/<machineid>/<resolver>/<application>")
                .before(rights.rightToToken(AdminActions.MANAGE_MACHINE_TOKENS));
        table.on("POST /machine/tokenoption").before(rights.rightToAttached(AdminActions.MANAGE_MACHINE_TOKENS));
        table.on("GET /machine/authitem", "GET /machine/authitem/<application>")
                .before(rights.rightToSystem(AdminActions.FETCH_AUTHENTICATION_ITEMS));
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
                .before(tokens.limits().moreInUse(), rights.rightToAll(ENABLE));
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
