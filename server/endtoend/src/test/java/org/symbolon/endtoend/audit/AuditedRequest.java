package org.symbolon.endtoend.audit;

import java.util.List;
import java.util.stream.Stream;
import org.symbolon.endtoend.harness.ExpectedJson;

/**
 * A request of an administrator and what its row of the audit says beyond what every row says.
 *
 * @param parameters names and values in turn
 * @param action the route as the audit names it
 * @param differing an object with the other columns
 */
record AuditedRequest(String method, String path, List<String> parameters, String action, String differing) {

    /**
     * Method and path | parameters | route, where it differs from the path | columns. The requests build on one another, from
     * top to bottom. USER stands for the owner of a token, TOKEN for the token and its owner.
     */
    private static final String TABLE =
            """
            GET /auth/rights                    | | | {}
            GET /system/                        | | | {}
            POST /system/setConfig              | rows.key=some | | {'info': 'rows.key=some'}
            GET /system/rows.key                | | /system/<key> | {'info': 'rows.key'}
            DELETE /system/rows.key             | | /system/<key> | {'info': 'rows.key'}
            DELETE /system/rows.none            | | /system/<key> | {'success': 0, 'info': "~ERR302: .*"}
            GET /system/random                  | | | {}
            GET /system/hsm                     | | | {}
            GET /system/gpgkeys                 | | | {}
            GET /resolver/                      | | | {}
            POST /resolver/rows                 | type=passwdresolver fileName=PASSWD | /resolver/<resolver> | {'info': 'rows', 'resolver': 'rows'}
            GET /resolver/rows                  | | /resolver/<resolver> | {'info': 'rows', 'resolver': 'rows'}
            POST /resolver/test                 | type=passwdresolver fileName=PASSWD | | {'success': 0}
            POST /realm/rows                    | resolvers=rows | /realm/<realm> | {'realm': 'rows', 'info': "realm: 'rows', resolvers: 'rows'"}
            POST /realm/rows                    | resolvers=rows,none | /realm/<realm> | {'success': 0, 'realm': 'rows', 'info': "realm: 'rows', resolvers: 'rows,none'"}
            GET /realm/                         | | | {}
            GET /realm/superuser                | | | {}
            GET /defaultrealm                   | | | {}
            GET /user/                          | realm=rows username=user1 | | {'realm': 'rows', 'info': 'realm: rows'}
            POST /user                          | user=new resolver=rows realm=rows | | {'success': 0, 'user': 'new', 'realm': 'rows', 'resolver': 'rows', 'info': "~ERR904: .*"}
            POST /token/init                    | type=hotp serial=ROWS otpkey=SEED user=user1 realm=rows | | TOKEN
            POST /token/init                    | type=hotp serial=ROWS2 user=none realm=rows | | {'success': 0, 'serial': 'ROWS2', 'user': 'none', 'realm': 'rows', 'info': "~ERR904: .*"}
            GET /token/                         | serial=ROWS | | TOKEN {'info': 'realm: None'}
            GET /token/                         | serial=RO* | | {'serial': 'RO*', 'info': 'realm: None'}
            GET /token/                         | user=user1 realm=rows | | USER {'info': 'realm: None'}
            GET /token/                         | page=x user=user1 realm=rows | | USER {'success': 0, 'resolver': null, 'info': "ERR905: Parameter 'page' must be a number"}
            GET /token/ROWS/history             | | /token/<serial>/history | TOKEN
            POST /token/enable                  | serial=ROWS | | TOKEN
            POST /token/disable/ROWS            | | /token/disable/<serial> | TOKEN
            POST /token/enable                  | user=user1 realm=rows | | USER
            POST /token/reset                   | serial=ROWS | | TOKEN
            POST /token/description/ROWS        | description=some | /token/description/<serial> | TOKEN {'action_detail': 'description=some'}
            POST /token/setpin/ROWS             | userpin=1234 | /token/setpin/<serial> | TOKEN
            POST /token/resync/ROWS             | otp1=000000 otp2=000001 | /token/resync/<serial> | TOKEN {'success': 0}
            POST /token/set/ROWS                | max_failcount=9 | /token/set/<serial> | TOKEN
            POST /token/set/ROWS                | max_failcount=x | /token/set/<serial> | TOKEN {'success': 0, 'info': "ERR905: Parameter 'max_failcount' must be a number"}
            POST /token/realm/ROWS              | realms=rows | /token/realm/<serial> | TOKEN
            POST /token/info/ROWS               | info={"a":"b"} | /token/info/<serial> | TOKEN
            POST /token/info/ROWS/c             | value=d | /token/info/<serial>/<key> | TOKEN
            DELETE /token/info/ROWS/c           | | /token/info/<serial>/<key> | TOKEN
            POST /tokengroup/rows               | | /tokengroup/<groupname> | {'info': 'rows'}
            GET /tokengroup/                    | | | {}
            POST /token/group/ROWS/rows         | | /token/group/<serial>/<groupname> | TOKEN
            DELETE /token/group/ROWS/rows       | | /token/group/<serial>/<groupname> | TOKEN
            DELETE /tokengroup/rows             | | /tokengroup/<groupname> | {'info': 'rows'}
            POST /token/unassign                | serial=ROWS | | TOKEN
            POST /token/assign                  | serial=ROWS user=user1 realm=rows | | TOKEN
            POST /token/revoke                  | serial=ROWS | | TOKEN
            DELETE /token/ROWS                  | | /token/<serial> | TOKEN
            DELETE /token/ROWS                  | | /token/<serial> | {'success': 0, 'serial': 'ROWS', 'info': 'The requested token could not be found.'}
            POST /serviceid/rows                | | /serviceid/<name> | {'info': 'rows'}
            GET /serviceid/rows                 | | /serviceid/<name> | {'info': 'rows'}
            DELETE /serviceid/rows              | | /serviceid/<name> | {'info': 'rows'}
            POST /policy/rows                   | scope=user action=enable realm=rows | /policy/<name> | {'action_detail': 'rows', 'realm': 'rows', 'info': "~\\\\{.*'scope': 'user'.*"}
            GET /policy/rows                    | | /policy/<name> | {'info': 'rows'}
            GET /policy/                        | realm=rows | | {'realm': 'rows'}
            POST /policy/disable/rows           | | /policy/disable/<name> | {'action_detail': 'rows'}
            POST /policy/enable/rows            | | /policy/enable/<name> | {'action_detail': 'rows'}
            GET /policy/export/rows.cfg         | | /policy/export/<export> | {'info': 'exporting policies to file rows.cfg'}
            GET /history/policy/rows            | | /history/<kind>/<id> | {'info': 'policy rows'}
            DELETE /policy/rows                 | | /policy/<name> | {'action_detail': 'rows'}
            DELETE /policy/rows                 | | /policy/<name> | {'success': 0, 'action_detail': 'rows', 'info': '~.*could not be found.*|.*does not exist.*'}
            POST /event                         | name=rows active=0 event=validate_offlinerefill handlermodule=Token action=enroll | | {'info': '~[0-9]+'}
            GET /event/                         | | | {}
            GET /event/actions/Token            | | /event/actions/<handlermodule> | {'info': 'Token'}
            POST /periodictask/                 | name=rows interval=@daily nodes=a taskmodule=SimpleStats ordering=0 | | {'info': '~[0-9]+'}
            GET /periodictask/                  | | | {}
            GET /periodictask/options/SimpleStats | | /periodictask/options/<taskmodule> | {'info': 'SimpleStats'}
            POST /smtpserver/rows               | server=mail | /smtpserver/<identifier> | {'info': 'rows'}
            GET /smtpserver/                    | | | {}
            DELETE /smtpserver/rows             | | /smtpserver/<identifier> | {'info': 'rows'}
            POST /radiusserver/rows             | server=radius secret=some | /radiusserver/<identifier> | {'info': 'rows'}
            GET /radiusserver/                  | | | {}
            DELETE /radiusserver/rows           | | /radiusserver/<identifier> | {'info': 'rows'}
            POST /edumfaserver/rows             | url=https://example.com | /edumfaserver/<identifier> | {'info': 'rows'}
            GET /edumfaserver/                  | | | {}
            DELETE /edumfaserver/rows           | | /edumfaserver/<identifier> | {'info': 'rows'}
            POST /smsgateway                    | name=rows module=edumfa.lib.smsprovider.HttpSMSProvider.HttpSMSProvider | | {'info': 'rows'}
            DELETE /smsgateway/rows             | | /smsgateway/<identifier> | {'info': 'rows'}
            POST /caconnector/rows              | type=local | /caconnector/<name> | {'info': 'rows'}
            GET /caconnector/                   | | | {}
            DELETE /caconnector/rows            | | /caconnector/<name> | {'info': 'rows'}
            POST /machineresolver/rows          | type=hosts filename=/etc/hosts | /machineresolver/<resolver> | {'info': 'rows', 'resolver': 'rows'}
            GET /machineresolver/               | | | {}
            DELETE /machineresolver/rows        | | /machineresolver/<resolver> | {'info': 'rows', 'resolver': 'rows'}
            GET /audit/                         | user=user1 realm=rows | | {'user': 'user1', 'realm': 'rows'}
            GET /audit/rows.csv                 | serial=none | /audit/<csvfile> | {'serial': 'none'}
            GET /audit/verify                   | from=1 limit=1 | | {'info': 'whole from row 1 to row 1'}
            GET /audit/statistics               | | | {}
            DELETE /realm/rows                  | | /realm/<realm> | {'realm': 'rows'}
            DELETE /resolver/rows               | | /resolver/<resolver> | {'info': 'rows', 'resolver': 'rows'}
            DELETE /resolver/rows               | | /resolver/<resolver> | {'success': 0, 'info': 'rows', 'resolver': 'rows'}
            """;

    private static final String USER = "{'user': 'user1', 'realm': 'rows', 'resolver': 'rows'}";
    private static final String TOKEN =
            "{'serial': 'ROWS', 'token_type': 'hotp', 'user': 'user1', 'realm': 'rows', 'resolver': 'rows'}";

    static List<AuditedRequest> all(String passwdFile, String seed) {
        return TABLE.replace("PASSWD", passwdFile)
                .replace("SEED", seed)
                .lines()
                .map(AuditedRequest::of)
                .toList();
    }

    private static AuditedRequest of(String line) {
        List<String> cells =
                Stream.of(line.split(" \\|", -1)).map(String::strip).toList();
        String[] request = cells.get(0).split(" ", -1);
        List<String> parameters = Stream.of(cells.get(1).split(" ", -1))
                .filter(pair -> !pair.isEmpty())
                .flatMap(pair -> Stream.of(pair.split("=", 2)))
                .toList();
        String template = cells.get(2).isEmpty() ? request[1] : cells.get(2);
        return new AuditedRequest(
                request[0], request[1], parameters, request[0] + " " + template, differing(cells.get(3)));
    }

    private static String differing(String cell) {
        String all = cell;
        String base = "{}";
        if (all.startsWith("TOKEN") || all.startsWith("USER")) {
            base = all.startsWith("TOKEN") ? TOKEN : USER;
            all = all.replaceFirst("^[A-Z]+", "").strip();
        }
        return all.isEmpty() ? base : ExpectedJson.overlaid(base, all);
    }

    @Override
    public String toString() {
        return method + " " + path + " " + String.join(" ", parameters);
    }
}
