package org.symbolon.endtoend.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.Wire;
import org.symbolon.endtoend.harness.WireTest;
import org.symbolon.server.cli.Administrators;
import org.symbolon.server.cli.AuditLines;

/** The audit over the wire: what a row says of a request, and how rows are found. */
@WireTest
class AuditWireTest {

    private static final String REALM = "audit";
    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final String TIME = "[-0-9]{10}T[:0-9]{8}([.][0-9]{6})?";
    private static final String COLUMNS =
            """
            ['number', 'action', 'success', 'serial', 'date', 'startdate', 'duration', 'token_type', 'user', 'realm',
             'administrator', 'action_detail', 'info', 'edumfa_server', 'client', 'log_level', 'policies',
             'clearance_level', 'sig_check', 'missing_line', 'resolver', 'thread_id']
            """;
    private static final String ROW =
            """
            {'number': '<int>', 'date': '~%1$s', 'startdate': '~%1$s', 'duration': '<number>', 'sig_check': 'OK',
             'missing_line': '~OK|FAIL', 'success': 1, 'serial': null, 'token_type': null, 'user': null, 'realm': null,
             'resolver': null, 'administrator': 'audit-admin', 'action_detail': null, 'info': null,
             'edumfa_server': 'tested', 'policies': null, 'client': '127.0.0.1', 'log_level': null,
             'clearance_level': null, 'thread_id': '~[0-9]+'}
            """
                    .formatted(TIME);

    private InProcessServer server;
    private Tenant tenant;
    private ApiClient admin;
    private ApiClient rowsAdmin;
    private Path passwdFile;

    @BeforeAll
    void prepare(InProcessServer shared, Path folder) {
        server = shared;
        tenant = Tenant.create(shared, REALM, folder, 8);
        shared.bean(Administrators.class).add("audit-admin", "Audit-Secret-1", "");
        admin = ApiClient.loggedIn(shared.port(), "audit-admin", "Audit-Secret-1");
        shared.bean(Administrators.class).add("audit-rows", "Audit-Secret-2", "");
        rowsAdmin = ApiClient.loggedIn(shared.port(), "audit-rows", "Audit-Secret-2");
        passwdFile = PasswdFile.write(folder, 8);
    }

    private List<Map<String, Object>> rows(String... parameters) {
        return tenant.admin().get("/audit/", parameters).rows("auditdata");
    }

    private void assertNewest(String filter, String wanted, String differing) {
        assertJson(rows(filter, wanted, "page_size", "1").get(0), ExpectedJson.overlaid(ROW, differing));
    }

    @Test
    void aPageHasRowsAndTheNamesOfTheirColumns() {
        admin.get("/realm/superuser");

        Answer answer = tenant.admin().get("/audit/", "action", "GET /realm/superuser", "administrator", "audit-admin");

        Wire.assertValue(
                answer,
                "{'count': 1, 'current': 1, 'next': null, 'prev': null, 'auditcolumns': %s, 'auditdata': [%s]}"
                        .formatted(COLUMNS, ExpectedJson.overlaid(ROW, "{'action': 'GET /realm/superuser'}")));
    }

    @Test
    void everyRequestWritesOneRowWithAllItsColumns() {
        SoftAssertions softly = new SoftAssertions();
        for (AuditedRequest request : AuditedRequest.all(passwdFile.toString(), SEED)) {
            long before = count("administrator", "audit-rows");
            send(request);
            softly.assertThat(count("administrator", "audit-rows"))
                    .as("rows after " + request)
                    .isEqualTo(before + 1);
            Object row = rows("administrator", "audit-rows", "page_size", "1").get(0);
            String expected = ExpectedJson.overlaid(
                    ExpectedJson.overlaid(ROW, "{'administrator': 'audit-rows', 'action': '" + request.action() + "'}"),
                    request.differing());
            softly.assertThat(ExpectedJson.of(expected).differences(row))
                    .as(request.toString())
                    .isEmpty();
        }
        softly.assertAll();
    }

    private void send(AuditedRequest request) {
        String[] parameters = request.parameters().toArray(String[]::new);
        switch (request.method()) {
            case "GET" -> rowsAdmin.get(request.path(), parameters);
            case "POST" -> rowsAdmin.post(request.path(), parameters);
            default -> rowsAdmin.delete(request.path());
        }
    }

    @Test
    void theAuditIsVerifiedPartByPart() {
        Map<String, Object> part =
                tenant.admin().get("/audit/verify", "from", "1", "limit", "2").valueMap();
        assertJson(
                part, "{'whole': true, 'rows': 2, 'first': 1, 'last': 2, 'end': '<int>', 'next': 3, 'findings': []}");

        Object next = part.get("next");
        while (next != null) {
            part = tenant.admin()
                    .get("/audit/verify", "from", next.toString(), "limit", "50")
                    .valueMap();
            assertThat(part).containsEntry("whole", true);
            next = part.get("next");
        }
        assertThat(part.get("last")).isEqualTo(part.get("end"));
    }

    @Test
    void requestsAreCountedByActionAndTime() {
        tenant.anyone().get("/validate/radiuscheck", "user", "user1", "realm", REALM, "pass", "x");

        Map<String, Object> value = tenant.admin()
                .get("/audit/statistics", "action", "GET /validate/radius*", "step", "hour")
                .valueMap();

        assertThat(value).containsEntry("step", "hour").containsKeys("start", "end", "success");
        assertThat(((Number) value.get("failure")).longValue()).isPositive();
        assertJson(
                ((List<?>) value.get("statistics")).get(0),
                "{'period': '~[-0-9]{10}T[0-9]{2}:00:00', 'action': 'GET /validate/radiuscheck', 'success': '<int>',"
                        + " 'failure': '<int>'}");
        assertThat(tenant.admin()
                        .get("/audit/statistics", "start", "2020-01-01T00:00Z", "end", "2020-02-01T00:00Z")
                        .valueMap())
                .containsEntry("start", "2020-01-01T00:00:00Z")
                .containsEntry("end", "2020-02-01T01:00:00Z")
                .containsEntry("step", "day")
                .containsEntry("success", 0)
                .containsEntry("failure", 0)
                .containsEntry("statistics", List.of());
    }

    @Test
    void enrolmentsNameTokenAndOwner() {
        admin.post("/token/init", "type", "hotp", "serial", "AUDIT1", "otpkey", SEED, "user", "user1", "realm", REALM);

        assertNewest(
                "serial",
                "AUDIT1",
                """
                {'action': 'POST /token/init', 'serial': 'AUDIT1', 'token_type': 'hotp', 'user': 'user1',
                 'realm': 'audit', 'resolver': 'audit'}
                """);
    }

    @Test
    void aTokenStandsForItsOwner() {
        tenant.enrol("AUDIT2", "user2", "type", "spass", "pin", "simple");
        String owned =
                "'serial': 'AUDIT2', 'token_type': 'spass', 'user': 'user2', 'realm': 'audit', 'resolver': 'audit'";

        admin.post("/token/disable/AUDIT2");
        assertNewest("serial", "AUDIT2", "{'action': 'POST /token/disable/<serial>', " + owned + "}");
        admin.post("/token/enable", "serial", "AUDIT2");
        assertNewest("serial", "AUDIT2", "{'action': 'POST /token/enable', " + owned + "}");
        admin.post("/token/description/AUDIT2", "description", "a text");
        assertNewest(
                "serial",
                "AUDIT2",
                "{'action': 'POST /token/description/<serial>', 'action_detail': 'description=a text', " + owned + "}");
        admin.delete("/token/AUDIT2");
        assertNewest("serial", "AUDIT2", "{'action': 'DELETE /token/<serial>', " + owned + "}");
    }

    @Test
    void aUserStandsForHimself() {
        tenant.enrol("AUDIT3", "user3", "type", "spass", "pin", "simple");

        admin.post("/token/disable", "user", "user3", "realm", REALM);

        assertNewest(
                "user",
                "user3",
                "{'action': 'POST /token/disable', 'user': 'user3', 'realm': 'audit', 'resolver': 'audit'}");
    }

    @Test
    void logInsAreRecordedWithWhatTheyWereAnswered() {
        tenant.enrol("AUDIT4", "user4", "type", "hotp", "otpkey", SEED, "pin", "pin");
        String user = "'action': 'POST /validate/check', 'user': 'user4', 'realm': 'audit', 'resolver': 'audit', "
                + "'administrator': null";
        String named = "'serial': 'AUDIT4', 'token_type': 'hotp', ";

        tenant.check("user4", "pin755224");
        assertNewest("user", "user4", "{'info': 'matching 1 tokens', " + named + user + "}");
        tenant.check("user4", "pin755224");
        assertNewest(
                "user",
                "user4",
                "{'info': 'wrong otp value. previous otp used again', 'success': 0, " + named + user + "}");
        tenant.check("user4", "nip755224");
        assertNewest("user", "user4", "{'info': 'wrong otp pin', 'success': 0, " + user + "}");
    }

    @Test
    void refusalsAreRecordedWithTheirTexts() {
        tenant.check("audit-nobody", "x");
        assertNewest(
                "user",
                "audit-nobody",
                """
                {'action': 'POST /validate/check', 'success': 0, 'user': 'audit-nobody', 'realm': 'audit',
                 'administrator': null, 'info': 'ERR904: User <audit-nobody@audit> does not exist.'}
                """);

        admin.post("/token/disable/AUDIT-NOWHERE");
        assertNewest(
                "serial",
                "AUDIT-NOWHERE",
                """
                {'action': 'POST /token/disable/<serial>', 'success': 0, 'serial': 'AUDIT-NOWHERE',
                 'info': 'The requested token could not be found.'}
                """);
    }

    @Test
    void logInsToTheServerAreRecorded() {
        tenant.anyone().post("/auth", "username", "audit-admin", "password", "Audit-Secret-1");
        assertNewest("info", "internal admin*", "{'action': 'POST /auth', 'info': 'internal admin'}");

        tenant.anyone().post("/auth", "username", "user5@audit", "password", PasswdFile.PASSWORD);
        assertNewest(
                "user",
                "user5",
                """
                {'action': 'POST /auth', 'user': 'user5', 'realm': 'audit', 'resolver': 'audit',
                 'administrator': null, 'info': 'loginmode=userstore'}
                """);

        tenant.anyone().post("/auth", "username", "audit-stranger", "realm", REALM, "password", "wrong");
        assertNewest(
                "user",
                "audit-stranger",
                """
                {'action': 'POST /auth', 'success': 0, 'user': 'audit-stranger', 'realm': 'audit',
                 'administrator': null, 'info': 'Authentication failure. Wrong credentials'}
                """);
    }

    @Test
    void whoeverIsNotLoggedInLeavesNoRowButAUserWithoutTheRoleDoes() {
        long before = count("action", "GET /realm/");
        tenant.anyone().get("/realm/");
        assertThat(count("action", "GET /realm/")).isEqualTo(before);

        ApiClient user = ApiClient.loggedIn(server.port(), "user6@audit", PasswdFile.PASSWORD);
        user.get("/realm/");
        assertNewest(
                "user",
                "user6",
                """
                {'action': 'GET /realm/', 'success': 0, 'user': 'user6', 'realm': 'audit', 'administrator': null,
                 'info': "Authentication failure. You do not have the necessary role (['admin']) to access this resource!"}
                """);
    }

    private long count(String... parameters) {
        return ((Number) tenant.admin().get("/audit/", parameters).valueMap().get("count")).longValue();
    }

    @Test
    void changesOfTheConfigurationAreRecorded() {
        admin.post("/system/setConfig", "audit.key", "value", "audit.secret", "x", "audit.secret.type", "password");
        assertNewest(
                "info",
                "*audit.key=*",
                "{'action': 'POST /system/setConfig', 'info': '~audit.key=value, audit.secret=[*]{3}|"
                        + "audit.secret=[*]{3}, audit.key=value'}");

        admin.post("/realm/audit-other", "resolvers", REALM);
        assertNewest(
                "realm",
                "audit-other",
                """
                {'action': 'POST /realm/<realm>', 'realm': 'audit-other',
                 'info': "realm: 'audit-other', resolvers: 'audit'"}
                """);
    }

    @Test
    void rowsAreFoundByColumns() {
        admin.post("/token/init", "type", "spass", "serial", "AUDIT7", "pin", "x");
        tenant.anyone().check("serial", "AUDIT7", "x");
        tenant.anyone().check("serial", "AUDIT7", "y");

        assertThat(count("action", "POST*", "serial", "AUDIT7")).isEqualTo(3);
        assertThat(count("action", "POST*", "serial", "AUDIT7", "success", "1")).isEqualTo(2);
        assertThat(count("action", "POST*", "serial", "AUDIT7", "success", "0")).isEqualTo(1);
        assertThat(count("action", "POST*", "serial", "*UDIT7", "token_type", "spa*"))
                .isEqualTo(2);
        assertThat(count("serial", "AUDIT7", "action", "*check")).isEqualTo(2);
        assertThat(count("action", "POST*", "serial", "AUDIT7", "administrator", "audit-admin"))
                .isEqualTo(1);
        assertThat(count("action", "POST*", "serial", "AUDIT7", "info", "matching*"))
                .isEqualTo(1);
        assertThat(count("action", "POST*", "serial", "AUDIT7", "client", "127.0.0.1", "edumfa_server", "tested"))
                .isEqualTo(3);
        assertThat(count("action", "POST*", "serial", "AUDIT7", "client", "10.*"))
                .isEqualTo(0);
        assertThat(count("action", "POST*", "serial", "AUDIT7", "user", "*", "realm", ""))
                .isEqualTo(3);
        assertThat(count("action", "POST*", "serial", "AUDIT7", "nosuchcolumn", "x"))
                .isEqualTo(3);
        assertThat(count("action", "POST*", "serial", "AUDIT7", "timelimit", "1h"))
                .isEqualTo(3);
        assertThat(count("action", "POST*", "serial", "AUDIT7", "date", "20*")).isEqualTo(3);
        assertThat(count("action", "POST*", "serial", "AUDIT7", "date", "19*")).isEqualTo(0);
    }

    @Test
    void rowsComeInPagesTheNewestFirst() {
        for (int time = 0; time < 3; time++) {
            admin.post("/token/disable/AUDIT8-" + time);
        }

        assertThat(rows("action", "POST*", "serial", "AUDIT8-*"))
                .extracting(row -> row.get("serial"))
                .containsExactly("AUDIT8-2", "AUDIT8-1", "AUDIT8-0");
        assertThat(rows("action", "POST*", "serial", "AUDIT8-*", "sortorder", "asc"))
                .extracting(row -> row.get("serial"))
                .containsExactly("AUDIT8-0", "AUDIT8-1", "AUDIT8-2");
        Map<String, Object> page = tenant.admin()
                .get("/audit/", "action", "POST*", "serial", "AUDIT8-*", "page_size", "1", "page", "2")
                .valueMap();
        assertThat(page)
                .containsEntry("count", 3)
                .containsEntry("current", 2)
                .containsEntry("prev", 1)
                .containsEntry("next", 3);
        assertThat(rows("action", "POST*", "serial", "AUDIT8-*", "page_size", "1", "page", "2"))
                .extracting(row -> row.get("serial"))
                .containsExactly("AUDIT8-1");
    }

    @Test
    void rowsAsCsvComeTheOldestFirst() {
        admin.post("/token/disable/AUDIT9-it's");
        admin.post("/token/disable/AUDIT9-B");

        Answer answer = tenant.admin().get("/audit/rows.csv", "action", "POST*", "serial", "AUDIT9-*");

        String line = "'\\d+','%1$s','OK','(OK|FAIL)','POST /token/disable/<serial>','0','%2$s','None','None','None',"
                + "'None','audit-admin','None','The requested token could not be found.','tested','None','127.0.0.1',"
                + "'None','None','%1$s','[0-9.e-]+','\\d+'\n";
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/csv;charset=utf-8");
        assertThat(answer.body()).matches(line.formatted(TIME, "AUDIT9-it''s") + line.formatted(TIME, "AUDIT9-B"));
    }

    @Test
    void theCommandLineGetsTheLinesThatClientsGet() {
        admin.post("/token/disable/AUDIT10");
        admin.get("/tokengroup/");
        String line = admin.get("/audit/rows.csv", "serial", "AUDIT10", "action", "POST*")
                .body();
        AuditLines audit = server.bean(AuditLines.class);
        List<String> all = new ArrayList<>();
        List<String> recent = new ArrayList<>();
        List<String> none = new ArrayList<>();

        audit.read(null, all::add);
        audit.read(Duration.ofHours(1), recent::add);
        audit.read(Duration.ZERO, none::add);

        assertThat(all).containsOnlyOnce(line);
        assertThat(recent).containsOnlyOnce(line);
        assertThat(none).doesNotContain(line);
    }

    @Test
    void whatIsNoSearchIsRefused() {
        ApiClient any = tenant.admin();

        assertRefusal(any.get("/audit/", "page", "x"), 400, 905, "ERR905: Parameter 'page' must be a number");
        assertRefusal(any.get("/audit/", "page_size", "x"), 400, 905, "ERR905: Parameter 'page_size' must be a number");
        assertRefusal(
                any.get("/audit/", "page_size", "0"), 400, 905, "ERR905: Parameter 'page_size' must be at least 1");
        assertRefusal(
                any.get("/audit/", "timelimit", "soon"),
                400,
                905,
                "ERR905: Parameter 'timelimit' must be a number with one of s, m, h, d, y behind it");
        assertRefusal(
                any.get("/audit/verify", "from", "0"),
                400,
                905,
                "ERR905: Parameter 'from' must be a number from 1 to 2147483647");
        assertRefusal(
                any.get("/audit/verify", "limit", "100001"),
                400,
                905,
                "ERR905: Parameter 'limit' must be a number from 1 to 100000");
        assertRefusal(
                any.get("/audit/statistics", "step", "x"),
                400,
                905,
                "ERR905: Parameter 'step' must be one of hour, day, week, month, year");
        assertThat(any.get("/audit/", "timelimit", "999999999y").status()).isEqualTo(200);
        assertRefusal(
                any.get("/audit/a%20b"),
                400,
                905,
                "ERR905: The name of the file may hold letters, digits, dots and hyphens only");
    }
}
