package org.symbolon.server.policy;

import org.symbolon.server.policy.action.AdminActions;
import org.symbolon.server.policy.action.SharedActions;

/** The part of {@link PolicyTable} about what sets the server up: which rights its endpoints ask for. */
final class AdministrationTable {

    private final EndpointPolicies table;
    private final RightPolicies rights;
    private final ListPolicies lists;

    private AdministrationTable(EndpointPolicies table, RightPolicies rights, ListPolicies lists) {
        this.table = table;
        this.rights = rights;
        this.lists = lists;
    }

    static void addTo(EndpointPolicies table, RightPolicies rights, ListPolicies lists) {
        AdministrationTable made = new AdministrationTable(table, rights, lists);
        made.administration();
        made.resolvers();
        made.reactions();
        made.definitions();
        made.servers();
        made.machines();
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
}
