package org.symbolon.endtoend.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.ListedToken;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** What is told of a token's past: what happened, by whom and from where, the newest first. */
@WireTest
class HistoryWireTest {

    private static final String REALM = "history";
    private static final String SEED = "3132333435363738393031323334353637383930";

    private static final String TIME = "[-0-9]{10}T[:0-9]{8}([.][0-9]{1,6})?Z";

    private InProcessServer server;
    private Tenant tenant;
    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer shared, Path folder) {
        server = shared;
        tenant = Tenant.create(shared, REALM, folder, 4);
        admin = tenant.admin();
    }

    /** An entry; a role that is null stands for somebody who was not logged in. */
    private static String entry(String event, String actor, String role, String realm, String changes) {
        return """
                {'event': '%1$s', 'actor': %2$s, 'role': %3$s, 'realm': %4$s, 'client': '127.0.0.1', 'node': 'tested',
                 'user_agent': '~Java-http-client/.+', 'request_id': '~[0-9a-f]{16}',
                 'time': '~%6$s', 'changes': %5$s}
                """
                .formatted(event, quoted(actor), quoted(role), quoted(realm), changes, TIME);
    }

    private static String quoted(String text) {
        return text == null ? "null" : "'" + text + "'";
    }

    private static String byAdmin(String event, String serial, String changes) {
        return entry(event, "admin", "admin", null, changes(serial, changes));
    }

    private static String byNobody(String event, String serial, String changes) {
        return entry(event, null, null, null, changes(serial, changes));
    }

    private static String changes(String serial, String changes) {
        return ExpectedJson.overlaid("{'serial': '" + serial + "', 'tokenId': '<int>'}", changes);
    }

    private static String page(int count, String... entries) {
        return "{'count': %d, 'current': 1, 'next': null, 'prev': null, 'history': [%s]}"
                .formatted(count, String.join(", ", entries));
    }

    private static String enrolled(String serial) {
        return byAdmin(
                "TokenEnrolled",
                serial,
                """
                {'type': 'hotp', 'otpLength': 6, 'seed': '***', 'pin': '***', 'description': 'mine', 'failLimit': 10,
                 'countWindow': 10, 'syncWindow': 1000, 'rolloutState': '', 'active': true, 'realms': ['history'],
                 'owner': {'resolver': 'history', 'userId': '1001', 'realm': 'history'},
                 'state': {'version': 1, 'counter': 0, 'entries': {'hashlib': 'sha1'}},
                 'info': {'created_at': '~%s', 'tokenkind': 'software'}}
                """
                        .formatted(ListedToken.MICROSECONDS));
    }

    private void enrol(String serial) {
        tenant.enrol(serial, "user1", "type", "hotp", "otpkey", SEED, "pin", "pin", "description", "mine");
    }

    @Test
    void everythingThatHappenedIsToldTheNewestFirst() {
        enrol("HISTORY1");
        admin.check("serial", "HISTORY1", "pin755224");
        admin.check("serial", "HISTORY1", "pin755224");
        admin.check("serial", "HISTORY1", "nip000000");
        admin.post("/token/setpin/HISTORY1", "otppin", "new", "userpin", "u");
        admin.post("/token/disable/HISTORY1");

        assertValue(
                admin.get("/token/HISTORY1/history"),
                page(
                        7,
                        byAdmin("TokenDisabled", "HISTORY1", "{}"),
                        byAdmin("UserPinChanged", "HISTORY1", "{'pin': '***'}"),
                        byAdmin("PinChanged", "HISTORY1", "{'pin': '***'}"),
                        byNobody(
                                "OtpRejected",
                                "HISTORY1",
                                "{'reason': 'WRONG_PIN', 'failCount': 2, 'authCount': 3, 'change': {'entries': {}}}"),
                        byNobody(
                                "OtpRejected",
                                "HISTORY1",
                                "{'reason': 'REPLAYED_OTP', 'failCount': 1, 'authCount': 2, 'change': {'entries': {}}}"),
                        byNobody(
                                "OtpAccepted",
                                "HISTORY1",
                                "{'authCount': 1, 'successCount': 1, 'change': {'counter': 1, 'entries': {}}}"),
                        enrolled("HISTORY1")));
    }

    @Test
    void whoeverDidItIsNamedAsFarAsHeIsKnown() {
        enrol("HISTORY2");
        tenant.check("user1", "nip000000", "serial", "HISTORY2");
        ApiClient user = ApiClient.loggedIn(server.port(), "user1@history", PasswdFile.PASSWORD);
        user.post("/token/description/HISTORY2", "description", "mine");

        String expected = page(
                3,
                entry("TokenDescribed", "user1", "user", "history", changes("HISTORY2", "{'description': 'mine'}")),
                byNobody(
                        "OtpRejected",
                        "HISTORY2",
                        "{'reason': 'WRONG_PIN', 'failCount': 1, 'authCount': 1, 'change': {'entries': {}}}"),
                enrolled("HISTORY2"));
        assertValue(admin.get("/token/HISTORY2/history"), expected);
        assertValue(user.get("/token/HISTORY2/history"), expected);
    }

    @Test
    void aLongHistoryComesInPages() {
        enrol("HISTORY3");
        for (int time = 0; time < 4; time++) {
            admin.post("/token/description/HISTORY3", "description", "text " + time);
        }

        Answer second = admin.get("/token/HISTORY3/history", "page", "2", "pagesize", "2");

        assertJson(
                second.value(),
                """
                {'count': 5, 'current': 2, 'next': 3, 'prev': 1, 'history': [%s, %s]}
                """
                        .formatted(
                                byAdmin("TokenDescribed", "HISTORY3", "{'description': 'text 1'}"),
                                byAdmin("TokenDescribed", "HISTORY3", "{'description': 'text 0'}")));
        assertValue(
                admin.get("/token/HISTORY3/history", "page", "9", "pagesize", "2"),
                "{'count': 5, 'current': 9, 'next': null, 'prev': 8, 'history': []}");
    }

    @Test
    void aDeletedTokensHistoryIsLeftToAdministrators() {
        enrol("HISTORY4");
        admin.delete("/token/HISTORY4");

        assertValue(
                admin.get("/token/HISTORY4/history"),
                page(2, byAdmin("TokenDeleted", "HISTORY4", "{}"), enrolled("HISTORY4")));
        ApiClient user = ApiClient.loggedIn(server.port(), "user1@history", PasswdFile.PASSWORD);
        assertRefusal(user.get("/token/HISTORY4/history"), 404, 601, "The requested token could not be found.");
    }

    @Test
    void whatIsNoPageIsRefused() {
        enrol("HISTORY5");

        assertRefusal(
                admin.get("/token/HISTORY5/history", "page", "x"),
                400,
                905,
                "ERR905: Parameter 'page' must be a number");
        assertRefusal(
                admin.get("/token/HISTORY5/history", "pagesize", "-1"),
                400,
                905,
                "ERR905: Parameter 'pagesize' must be at least 0");
        assertThat(admin.get("/token/NOWHERE/history").status()).isEqualTo(404);
    }
}
