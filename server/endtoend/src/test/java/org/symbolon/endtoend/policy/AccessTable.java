package org.symbolon.endtoend.policy;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which administrators may call a route with a request about {@code realm1}, and by which right; or why no right is needed.
 */
enum AccessTable {
    /** Whoever wants to. */
    OPEN("POWERLESS HELPDESK_ELSEWHERE HELPDESK_HERE"),
    /** Every administrator, whatever his rights. */
    ANY("POWERLESS HELPDESK_ELSEWHERE HELPDESK_HERE"),
    /** Every administrator, but he sees only what is in his realms. */
    OPEN_LIST("POWERLESS HELPDESK_ELSEWHERE HELPDESK_HERE"),
    /** Who has the right somewhere; he sees only what is in his realms. */
    LIST("HELPDESK_ELSEWHERE HELPDESK_HERE"),
    /** Who has the right somewhere. */
    ANYWHERE("HELPDESK_ELSEWHERE HELPDESK_HERE"),
    /** Whose right reaches what the request is about. */
    REACH("HELPDESK_HERE"),
    /** Whose right has no limits. */
    SYSTEM("");

    private static final Map<AccessTable, String> TEXT = Map.of(
            OPEN,
            """
            POST /auth                                                             | what a log-in is for
            GET /validate/check                                                    | asked by programs for those who log in
            POST /validate/check                                                   | asked by programs for those who log in
            GET /validate/radiuscheck                                              | asked by programs for those who log in
            POST /validate/radiuscheck                                             | asked by programs for those who log in
            GET /validate/samlcheck                                                | asked by programs for those who log in
            POST /validate/samlcheck                                               | asked by programs for those who log in
            GET /validate/polltransaction                                          | asked by programs for those who log in
            GET /validate/polltransaction/<transaction_id>                         | asked by programs for those who log in
            GET /ttype/<ttype>                                                     | asked by programs for those who log in
            POST /ttype/<ttype>                                                    | asked by programs for those who log in
            """,
            ANY,
            """
            DELETE /auth                                                           | ends the own log-in
            GET /auth/rights                                                       | tells the own rights
            GET /system/                                                           | users see public settings, administrators no secrets
            GET /system/<key>                                                      | the same
            GET /system/gpgkeys                                                    | public keys
            GET /system/hsm                                                        | whether the keys are there
            GET /realm/superuser                                                   | names from the configuration file
            GET /application/                                                      | what machines can do, the same everywhere
            GET /event/positions/<handlermodule>                                   | the same on every server
            GET /event/actions/<handlermodule>                                     | the same on every server
            GET /event/conditions/<handlermodule>                                  | the same on every server
            GET /periodictask/taskmodules/                                         | the same on every server
            GET /periodictask/nodes/                                               | the same on every server
            GET /periodictask/options/<taskmodule>                                 | the same on every server
            GET /policy/check                                                      | the same on every server, or only names of policies
            GET /policy/defs                                                       | the same on every server, or only names of policies
            GET /policy/defs/<scope>                                               | the same on every server, or only names of policies
            """,
            OPEN_LIST,
            """
            GET /token/                                                            | tokenlist
            GET /realm/                                                            | userlist
            GET /defaultrealm                                                      | userlist
            """,
            LIST,
            """
            GET /token/challenges/                                                 | getchallenges
            GET /token/challenges/<serial>                                         | getchallenges
            GET /token/getserial/<otp>                                             | getserial
            GET /machine/token                                                     | manage_machine_tokens
            GET /audit/                                                            | auditlog
            GET /audit/<csvfile>                                                   | auditlog_download
            """,
            ANYWHERE,
            """
            GET /system/random                                                     | getrandom
            GET /system/names/radius                                               | enrollRADIUS
            GET /system/names/caconnector                                          | enrollCERTIFICATE
            """,
            REACH,
            """
            POST /token/init                                                       | enrollHOTP
            POST /token/load                                                       | importtokens
            POST /token/load/<filename>                                            | importtokens
            POST /token/assign                                                     | assign
            POST /token/unassign                                                   | unassign
            POST /token/enable                                                     | enable
            POST /token/enable/<serial>                                            | enable
            POST /token/disable                                                    | disable
            POST /token/disable/<serial>                                           | disable
            POST /token/revoke                                                     | revoke
            POST /token/revoke/<serial>                                            | revoke
            POST /token/reset                                                      | reset
            POST /token/reset/<serial>                                             | reset
            POST /token/resync                                                     | resync
            POST /token/resync/<serial>                                            | resync
            POST /token/setpin                                                     | setpin
            POST /token/setpin/<serial>                                            | setpin
            POST /token/setrandompin                                               | setrandompin
            POST /token/setrandompin/<serial>                                      | setrandompin
            POST /token/description                                                | setdescription
            POST /token/description/<serial>                                       | setdescription
            POST /token/lost/<serial>                                              | losttoken
            POST /token/copypin                                                    | copytokenpin
            POST /token/copyuser                                                   | copytokenuser
            DELETE /token/<serial>                                                 | delete
            POST /token/set                                                        | set
            POST /token/set/<serial>                                               | set
            POST /token/realm/<serial>                                             | tokenrealms
            POST /token/info/<serial>                                              | settokeninfo
            POST /token/info/<serial>/<key>                                        | settokeninfo
            DELETE /token/info/<serial>/<key>                                      | settokeninfo
            POST /token/group/<serial>                                             | tokengroups
            POST /token/group/<serial>/<groupname>                                 | tokengroups
            DELETE /token/group/<serial>/<groupname>                               | tokengroups
            GET /token/<serial>/history                                            | tokenlist
            GET /user/                                                             | userlist
            POST /user                                                             | adduser
            POST /user/                                                            | adduser
            PUT /user                                                              | updateuser
            PUT /user/                                                             | updateuser
            DELETE /user/<resolvername>/<username>                                 | deleteuser
            GET /user/attribute                                                    | userlist
            POST /user/attribute                                                   | set_custom_user_attributes=:*: *
            DELETE /user/attribute/<attrkey>/<username>/<realm>                    | delete_custom_user_attributes=*
            GET /user/editable_attributes/                                         | userlist
            POST /machine/token                                                    | manage_machine_tokens
            POST /machine/tokenoption                                              | manage_machine_tokens
            DELETE /machine/token/<serial>/<application>/<mtid>                    | manage_machine_tokens
            DELETE /machine/token/<serial>/<machineid>/<resolver>/<application>    | manage_machine_tokens
            GET /validate/triggerchallenge                                         | triggerchallenge
            POST /validate/triggerchallenge                                        | triggerchallenge
            """,
            SYSTEM,
            """
            GET /audit/verify                                                      | auditlog
            GET /audit/statistics                                                  | auditlog
            GET /history/<kind>/<id>                                               | policyread
            POST /system/setConfig                                                 | configwrite
            POST /system/setDefault                                                | configwrite
            POST /system/test/<tokentype>                                          | configwrite
            DELETE /system/<key>                                                   | configdelete
            POST /system/hsm                                                       | set_hsm_password
            GET /system/documentation                                              | system_documentation
            GET /resolver/                                                         | resolverread
            GET /resolver/<resolver>                                               | resolverread
            POST /resolver/test                                                    | resolverwrite
            POST /resolver/<resolver>                                              | resolverwrite
            DELETE /resolver/<resolver>                                            | resolverdelete
            POST /realm/<realm>                                                    | resolverwrite
            DELETE /realm/<realm>                                                  | resolverdelete
            POST /defaultrealm/<realm>                                             | resolverwrite
            DELETE /defaultrealm                                                   | resolverdelete
            GET /policy/                                                           | policyread
            GET /policy/<name>                                                     | policyread
            GET /policy/diff                                                       | policyread
            GET /policy/export/<export>                                            | policyread
            POST /policy/<name>                                                    | policywrite
            POST /policy/enable/<name>                                             | policywrite
            POST /policy/disable/<name>                                            | policywrite
            POST /policy/import/<filename>                                         | policywrite
            POST /policy/whatif                                                    | policywrite
            DELETE /policy/<name>                                                  | policydelete
            GET /event/                                                            | eventhandling_read
            GET /event/<eventid>                                                   | eventhandling_read
            POST /event                                                            | eventhandling_write
            POST /event/enable/<eventid>                                           | eventhandling_write
            POST /event/disable/<eventid>                                          | eventhandling_write
            DELETE /event/<eid>                                                    | eventhandling_write
            GET /periodictask/                                                     | periodictask_read
            GET /periodictask/<ptaskid>                                            | periodictask_read
            POST /periodictask/                                                    | periodictask_write
            POST /periodictask/enable/<ptaskid>                                    | periodictask_write
            POST /periodictask/disable/<ptaskid>                                   | periodictask_write
            DELETE /periodictask/<ptaskid>                                         | periodictask_write
            GET /monitoring/                                                       | statistics_read
            GET /monitoring/<stats_key>                                            | statistics_read
            GET /monitoring/<stats_key>/last                                       | statistics_read
            DELETE /monitoring/<stats_key>                                         | statistics_delete
            GET /stats/current/users_with_token                                    | statistics_read
            GET /client/                                                           | clienttype
            GET /subscriptions/                                                    | managesubscription
            GET /subscriptions/<application>                                       | managesubscription
            POST /subscriptions/                                                   | managesubscription
            DELETE /subscriptions/<application>                                    | managesubscription
            GET /tokengroup/                                                       | tokengroup_list
            GET /tokengroup/<groupname>                                            | tokengroup_list
            POST /tokengroup/<groupname>                                           | tokengroup_add
            DELETE /tokengroup/<groupname>                                         | tokengroup_delete
            GET /serviceid/                                                        | serviceid_list
            GET /serviceid/<name>                                                  | serviceid_list
            POST /serviceid/<name>                                                 | serviceid_add
            DELETE /serviceid/<name>                                               | serviceid_delete
            GET /smsgateway/                                                       | smsgateway_read
            GET /smsgateway/<gwid>                                                 | smsgateway_read
            POST /smsgateway                                                       | smsgateway_write
            DELETE /smsgateway/<identifier>                                        | smsgateway_write
            DELETE /smsgateway/option/<gwid>/<key>                                 | smsgateway_write
            GET /smtpserver/                                                       | smtpserver_read
            POST /smtpserver/<identifier>                                          | smtpserver_write
            POST /smtpserver/send_test_email                                       | smtpserver_write
            DELETE /smtpserver/<identifier>                                        | smtpserver_write
            GET /radiusserver/                                                     | radiusserver_read
            POST /radiusserver/<identifier>                                        | radiusserver_write
            POST /radiusserver/test_request                                        | radiusserver_write
            DELETE /radiusserver/<identifier>                                      | radiusserver_write
            GET /edumfaserver/                                                     | edumfaserver_read
            POST /edumfaserver/<identifier>                                        | edumfaserver_write
            POST /edumfaserver/test_request                                        | edumfaserver_write
            DELETE /edumfaserver/<identifier>                                      | edumfaserver_write
            GET /caconnector/                                                      | caconnectorread
            GET /caconnector/<name>                                                | caconnectorread
            GET /caconnector/specific/<catype>                                     | caconnectorread
            POST /caconnector/<name>                                               | caconnectorwrite
            DELETE /caconnector/<name>                                             | caconnectordelete
            GET /machineresolver/                                                  | mresolverread
            GET /machineresolver/<resolver>                                        | mresolverread
            POST /machineresolver/test                                             | mresolverwrite
            POST /machineresolver/<resolver>                                       | mresolverwrite
            DELETE /machineresolver/<resolver>                                     | mresolverdelete
            GET /machine/                                                          | machinelist
            GET /machine/authitem                                                  | fetch_authentication_items
            GET /machine/authitem/<application>                                    | fetch_authentication_items
            """);

    private static final Map<String, Line> BY_ACTION = byAction();

    private record Line(AccessTable access, String text) {}

    private final String admitted;

    AccessTable(String admitted) {
        this.admitted = admitted;
    }

    private static Map<String, Line> byAction() {
        Map<String, Line> byAction = new TreeMap<>();
        TEXT.forEach((access, text) -> text.lines().forEach(line -> {
            String[] cells = line.split("\\|", -1);
            byAction.put(cells[0].strip(), new Line(access, cells[1].strip()));
        }));
        return byAction;
    }

    /** Who may call the route of this name; empty if nobody has said so. */
    static Optional<AccessTable> of(String action) {
        return Optional.ofNullable(BY_ACTION.get(action)).map(Line::access);
    }

    /** What a policy must say to allow it; empty if none is needed. */
    static Optional<String> rightTo(String action) {
        return Optional.ofNullable(BY_ACTION.get(action))
                .filter(line -> line.access != OPEN && line.access != ANY)
                .map(Line::text);
    }

    boolean admits(String who) {
        return admitted.contains(who);
    }

    /** Whether it shows to each what is in his realms. */
    boolean isLimited() {
        return this == LIST || this == OPEN_LIST;
    }
}
