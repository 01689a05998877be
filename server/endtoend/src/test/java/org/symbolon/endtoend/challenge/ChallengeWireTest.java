package org.symbolon.endtoend.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.app.maintenance.Janitor;
import org.symbolon.command.tokentype.Question;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.TestChallenges;
import org.symbolon.endtoend.harness.WireTest;
import org.symbolon.events.shared.Secret;

/** Challenges over the wire: administrators list them, clients wait for an answer. */
@WireTest
class ChallengeWireTest {

    private static final String REALM = "challenge";
    private static final String OPEN =
            """
            {'id': '<int>', 'transaction_id': '~\\\\d{20}', 'serial': 'CHAL1', 'challenge': '', 'data': '',
             'timestamp': '~[A-Z][a-z]{2}, \\\\d\\\\d [A-Z][a-z]{2} \\\\d{4} \\\\d\\\\d:\\\\d\\\\d:\\\\d\\\\d GMT',
             'expiration': '~[A-Z][a-z]{2}, \\\\d\\\\d [A-Z][a-z]{2} \\\\d{4} \\\\d\\\\d:\\\\d\\\\d:\\\\d\\\\d GMT',
             'otp_received': false, 'received_count': 0, 'otp_valid': false}
            """;

    private InProcessServer server;
    private TestChallenges challenges;
    private Tenant tenant;
    private ApiClient admin;
    private ApiClient anyone;

    @BeforeAll
    void prepare(InProcessServer shared, Path folder) {
        server = shared;
        challenges = new TestChallenges(shared);
        tenant = Tenant.create(shared, REALM, folder, 3);
        admin = tenant.admin();
        anyone = tenant.anyone();
        for (int number = 1; number <= 5; number++) {
            tenant.enrol("CHAL" + number, "user1", "type", "hotp", "genkey", "1");
        }
    }

    private List<Map<String, Object>> listed(String path, String... parameters) {
        return admin.get("/token/challenges/" + path, parameters).rows("challenges");
    }

    private static Question remembering(String data) {
        return Question.saying("").about("", data);
    }

    @Test
    void aChallengeIsListedAsItStands() {
        String transaction = challenges.begin("CHAL1");

        assertValue(
                admin.get("/token/challenges/CHAL1", "transaction_id", transaction),
                "{'challenges': [" + OPEN + "], 'count': 1, 'current': 1, 'next': null, 'prev': null}");

        challenges.answer(transaction, "CHAL1");
        challenges.answer(transaction, "CHAL1");
        assertJson(
                listed("", "transaction_id", transaction).get(0),
                ExpectedJson.overlaid(OPEN, "{'otp_received': true, 'received_count': 2, 'otp_valid': true}"));

        challenges.answerWrongly(transaction, "CHAL1");
        assertJson(
                listed("", "transaction_id", transaction).get(0),
                ExpectedJson.overlaid(OPEN, "{'otp_received': true, 'received_count': 3, 'otp_valid': false}"));

        challenges.endAll(transaction, "CHAL1");
        assertThat(listed("", "transaction_id", transaction)).isEmpty();
    }

    @Test
    void serialsAndTransactionsMayHoldAsterisksAndTheListComesInPages() {
        String transaction = challenges.begin("CHAL2", "CHAL3");
        String beginning = transaction.substring(0, 18) + "*";

        assertThat(listed("CHAL*", "transaction_id", beginning, "sortby", "serial", "sortdir", "desc"))
                .extracting(row -> row.get("serial"))
                .containsExactly("CHAL3", "CHAL2");
        Answer second = admin.get(
                "/token/challenges/", "transaction_id", transaction, "pagesize", "1", "page", "2", "sortby", "serial");
        assertThat(second.rows("challenges"))
                .extracting(row -> row.get("serial"))
                .containsExactly("CHAL3");
        assertThat(second.valueMap())
                .containsEntry("count", 2)
                .containsEntry("prev", 1)
                .containsEntry("next", null);
        assertThat(listed("CHAL9")).isEmpty();
        assertThat(listed("", "serial", "CHAL9", "transaction_id", transaction)).hasSize(2);
    }

    @Test
    void dataThatIsJsonComesAsWhatItSaysAndSecretsDoNotCome() {
        assertThat(dataOf(challenges.begin(remembering("{\"positions\": [3, 6]}"), "CHAL4")))
                .isEqualTo(Map.of("positions", List.of(3, 6)));
        assertThat(dataOf(challenges.begin(remembering("5"), "CHAL4"))).isEqualTo(5);
        assertThat(dataOf(challenges.begin(remembering("3,6"), "CHAL4"))).isEqualTo("3,6");
        assertThat(dataOf(challenges.begin(Question.saying("").keeping(Secret.of("755224")), "CHAL4")))
                .isEqualTo("__CENSORED__");
    }

    private Object dataOf(String transaction) {
        return listed("", "transaction_id", transaction).get(0).get("data");
    }

    @Test
    void whoWaitsIsToldWhetherItWasAnsweredAndNothingIsUsedUp() {
        String transaction = challenges.begin("CHAL1", "CHAL2");

        assertStatus(transaction, "pending", "false", "REJECT");
        challenges.cancel(transaction, "CHAL1");
        assertStatus(transaction, "cancelled", "false", "DECLINED");
        challenges.decline(transaction, "CHAL2");
        assertStatus(transaction, "declined", "false", "DECLINED");
        challenges.answer(transaction, "CHAL1");
        assertStatus(transaction, "accept", "true", "ACCEPT");
        assertStatus(transaction, "accept", "true", "ACCEPT");
        challenges.answerWrongly(transaction, "CHAL1");
        assertStatus(transaction, "declined", "false", "DECLINED");
        challenges.endAll(transaction, "CHAL1");
        assertStatus(transaction, "pending", "false", "REJECT");
    }

    @Test
    void anExpiredAnswerCountsForNothing() {
        String transaction = challenges.begin(Question.saying("").validFor(0), "CHAL1");

        challenges.answer(transaction, "CHAL1");

        assertStatus(transaction, "pending", "false", "REJECT");
        assertThat(listed("", "transaction_id", transaction)).hasSize(1);
    }

    private void assertStatus(String transaction, String status, String value, String authentication) {
        String detail = "{'challenge_status': '" + status + "'}";
        assertDecision(anyone.get("/validate/polltransaction/" + transaction), value, authentication, detail);
        assertDecision(
                anyone.get("/validate/polltransaction", "transaction_id", transaction), value, authentication, detail);
    }

    @Test
    void aTransactionMustBeNamedAndThePathComesFirst() {
        String transaction = challenges.begin("CHAL1");
        challenges.answer(transaction, "CHAL1");

        assertRefusal(anyone.get("/validate/polltransaction"), 400, 905, "ERR905: Missing parameter: 'transaction_id'");
        assertStatus("nosuch", "pending", "false", "REJECT");
        assertThat(anyone.get("/validate/polltransaction/" + transaction, "transaction_id", "nosuch")
                        .isAccepted())
                .isTrue();
        assertThat(anyone.post("/validate/polltransaction", "transaction_id", transaction)
                        .status())
                .isEqualTo(405);
    }

    @Test
    void whoPollsIsRecordedWithTheTokenAndItsOwner() {
        String transaction = challenges.begin("CHAL1", "CHAL2");
        challenges.answer(transaction, "CHAL2");

        anyone.get("/validate/polltransaction/" + transaction);

        Map<String, Object> row = admin.get("/audit/", "action_detail", "*" + transaction + "*")
                .rows("auditdata")
                .get(0);
        assertThat(row)
                .containsEntry("action", "GET /validate/polltransaction/<transaction_id>")
                .containsEntry("success", 1)
                .containsEntry("info", "status: accept")
                .containsEntry("action_detail", "transaction_id: " + transaction)
                .containsEntry("serial", "CHAL2")
                .containsEntry("user", "user1")
                .containsEntry("realm", REALM)
                .containsEntry("resolver", REALM);
    }

    @Test
    void challengesGoWithTheirToken() {
        String transaction = challenges.begin("CHAL5", "CHAL1");

        admin.delete("/token/CHAL5");
        tenant.enrol("CHAL5", "user2", "type", "hotp", "genkey", "1");

        assertThat(listed("", "transaction_id", transaction))
                .extracting(row -> row.get("serial"))
                .containsExactly("CHAL1");
    }

    @Test
    void theJanitorClearsAwayWhatExpiredAWhileAgoUnlessItMayNot() {
        admin.post("/system/setConfig", "DisableAutoChallengeJanitor", "True");
        String expired = challenges.begin(Question.saying("").validFor(-301), "CHAL1");
        String recent = challenges.begin(Question.saying("").validFor(-200), "CHAL1");

        server.bean(Janitor.class).cleanUp();
        assertThat(listed("", "transaction_id", expired)).hasSize(1);

        admin.delete("/system/DisableAutoChallengeJanitor");
        server.bean(Janitor.class).cleanUp();
        assertThat(listed("", "transaction_id", expired)).isEmpty();
        assertThat(listed("", "transaction_id", recent)).hasSize(1);
    }

    @Test
    void onlyAdministratorsListChallenges() {
        ApiClient user = ApiClient.loggedIn(server.port(), "user2@" + REALM, PasswdFile.PASSWORD);
        for (String path : List.of("/token/challenges/", "/token/challenges/CHAL1")) {
            assertRefusal(
                    user.get(path),
                    401,
                    4306,
                    "Authentication failure. You do not have the necessary role (['admin']) to access this"
                            + " resource!");
        }
    }
}
