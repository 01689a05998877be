package org.symbolon.endtoend.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;

import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.WireTest;

/** The audit over the wire: what a row says of a request, and how rows are found. */
@WireTest
class AuditWireTest extends AuditRows {

    private static final String SEED = "3132333435363738393031323334353637383930";

    private void assertNewest(String filter, String wanted, String differing) {
        assertJson(rows(filter, wanted, "page_size", "1").get(0), ExpectedJson.overlaid(ROW, differing));
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
}
