package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;

/** Log-ins in two steps over the wire: the PIN begins, the value ends, and both are told as eduMFA tells them. */
class ChallengeLoginWireTest extends ChallengeLogins {

    private static String unasked(String text) {
        return "{'message': '%1$s', 'messages': ['%1$s'], 'multi_challenge': [], 'transaction_ids': []}"
                .formatted(text);
    }

    private static String only(String message) {
        return "{'message': '" + message + "'}";
    }

    private Map<String, Object> audit(String serial) {
        return tenant.admin().get("/audit/", "serial", serial, "sortorder", "desc").rows("auditdata").stream()
                .filter(row -> !String.valueOf(row.get("action")).contains("/token/"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePinAloneAsksForTheValue() {
        hotp("TWO1", "user1");

        assertDecision(tenant.check("user1", PIN), "false", "CHALLENGE", asked("TWO1", "hotp"));

        assertThat(audit("TWO1"))
                .containsEntry("action", "POST /validate/check")
                .containsEntry("success", 0)
                .containsEntry("info", TEXT)
                .containsEntry("token_type", "hotp")
                .containsEntry("user", "user1");
        assertThat(failCount("TWO1")).isEqualTo(0);
    }

    @Test
    void allTokensThatAreAskedShareOneTransaction() {
        hotp("TWO2", "user2");
        pw("TWO3", "user2");

        Answer answer = tenant.check("user2", PIN);

        assertDecision(
                answer,
                "false",
                "CHALLENGE",
                ExpectedJson.overlaid(
                        question("TWO3", "pw", TEXT + ", " + TEXT),
                        "{'messages': ['%1$s', '%1$s'], 'multi_challenge': [%2$s, %3$s], 'preferred_client_mode': 'interactive',"
                                        .formatted(TEXT, question("TWO2", "hotp", TEXT), question("TWO3", "pw", TEXT))
                                + "'transaction_ids': ['~\\\\d{20}', '~\\\\d{20}']}"));
        Map<String, Object> detail = answer.detail();
        String transaction = (String) detail.get("transaction_id");
        assertThat(detail.get("transaction_ids")).isEqualTo(List.of(transaction, transaction));
        assertThat(audit("TWO2,TWO3")).containsEntry("token_type", "pw");
    }

    @Test
    void theRightAnswerIsAcceptedOnceAndEndsTheTransaction() {
        hotp("TWO4", "user3");
        pw("TWO5", "user3");
        String transaction = begin("user3");

        assertDecision(
                answer("user3", "secret", transaction),
                true,
                "{'message': 'Found matching challenge', 'serial': 'TWO5'}");

        assertThat(tenant.admin()
                        .get("/token/challenges/", "transaction_id", transaction)
                        .rows("challenges"))
                .isEmpty();
        assertDecision(answer("user3", "secret", transaction), false, WRONG_PIN);
        assertDecision(answer("user3", device.otp(0), transaction), false, WRONG_PIN);
        assertThat(tenant.check("user3", PIN + device.otp(0)).isAccepted()).isTrue();
    }

    @Test
    void aWrongAnswerLeavesTheChallengeOpen() {
        hotp("TWO6", "user4");
        String transaction = begin("user4");

        assertDecision(
                answer("user4", "000000", transaction),
                false,
                "{'message': 'Response did not match the challenge.', 'serial': 'TWO6', 'type': 'hotp'}");

        assertThat(failCount("TWO6")).isEqualTo(1);
        assertThat(tenant.admin()
                        .get("/token/challenges/TWO6")
                        .rows("challenges")
                        .get(0))
                .containsEntry("transaction_id", transaction)
                .containsEntry("received_count", 1)
                .containsEntry("otp_valid", false);
        assertThat(tenant.anyone()
                        .get("/validate/polltransaction/" + transaction)
                        .detail())
                .containsEntry("challenge_status", "pending");
        assertThat(answer("user4", device.otp(0), transaction).isAccepted()).isTrue();
        assertThat(failCount("TWO6")).isEqualTo(0);
    }

    @Test
    void severalWrongAnswersAreCounted() {
        hotp("TWO7", "user5");
        pw("TWO8", "user5");

        assertDecision(answer("user5", "000000", begin("user5")), false, only("Response did not match for 2 tokens."));
    }

    @Test
    void stateIsAnotherNameAndSerialsAndGetWillDo() {
        hotp("TWO9", "user6");
        ApiClient anyone = tenant.anyone();

        String transaction = (String) anyone.get("/validate/check", "serial", "TWO9", "pass", PIN)
                .detail()
                .get("transaction_id");

        Answer answer = anyone.get("/validate/check", "serial", "TWO9", "pass", device.otp(0), "state", transaction);
        assertDecision(answer, true, "{'message': 'Found matching challenge', 'serial': 'TWO9'}");
    }

    @Test
    void anUnknownOrExpiredTransactionIsAWrongPin() {
        hotp("TWO10", "user7");
        tenant.admin().post("/system/setConfig", "HotpChallengeValidityTime", "0");
        String expired = begin("user7");
        tenant.admin().delete("/system/HotpChallengeValidityTime");

        assertDecision(answer("user7", device.otp(0), expired), false, WRONG_PIN);
        assertDecision(answer("user7", device.otp(0), "nosuch"), false, WRONG_PIN);
        assertDecision(answer("user7", device.otp(0), "1".repeat(5000)), false, WRONG_PIN);
        assertThat(failCount("TWO10")).isEqualTo(3);
    }

    @Test
    void theAnswerOfOneUserIsNotThatOfAnother() {
        pw("TWO11", "user8");
        pw("TWO12", "user9");

        assertDecision(answer("user9", "secret", begin("user8")), false, WRONG_PIN);
    }

    @Test
    void whoeverIsNotFitIsNotAsked() {
        hotp("TWO13", "user10");
        tenant.admin().post("/token/disable/TWO13");

        assertDecision(tenant.check("user10", PIN), false, only("No active challenge response token found"));
        tenant.admin().post("/token/enable/TWO13");
        tenant.admin().post("/token/set/TWO13", "max_failcount", "1");
        tenant.check("user10", "wrong000000");
        assertDecision(tenant.check("user10", PIN), false, unasked("Failcounter exceeded"));
    }

    @Test
    void aTokenThatIsDisabledMeanwhileDoesNotLetIn() {
        hotp("TWO14", "user11");
        String transaction = begin("user11");
        tenant.admin().post("/token/disable/TWO14");

        assertDecision(
                answer("user11", device.otp(0), transaction),
                false,
                "{'message': 'Challenge matches, but token is not fit for challenge. Token is disabled',"
                        + " 'serial': 'TWO14'}");
    }

    @Test
    void radiusIsToldNothingAndAnIdentityProviderEverything() {
        hotp("TWO16", "user13");
        ApiClient anyone = tenant.anyone();

        Answer radius = anyone.post("/validate/radiuscheck", "serial", "TWO16", "pass", PIN);
        assertThat(radius.status()).isEqualTo(400);
        assertThat(radius.body()).isEmpty();

        Answer saml = anyone.post("/validate/samlcheck", "user", "user13", "realm", REALM, "pass", PIN);
        assertDecision(saml, "{'auth': false, 'attributes': {}}", "ACCEPT", asked("TWO16", "hotp"));
        String transaction = (String) saml.detail().get("transaction_id");
        assertThat(anyone.post(
                                "/validate/radiuscheck",
                                "serial",
                                "TWO16",
                                "pass",
                                device.otp(0),
                                "transaction_id",
                                transaction)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void anAdministratorAsksWithoutAPin() {
        hotp("TWO26", "user20");
        pw("TWO27", "user20");
        tenant.enrol("TWO28", "user20", "type", "spass", "pin", "x");
        ApiClient admin = tenant.admin();

        Answer asked = admin.post("/validate/triggerchallenge", "user", "user20", "realm", REALM);

        assertThat(asked.value()).isEqualTo(2);
        assertThat(asked.detail().get("message")).isEqualTo(TEXT + ", " + TEXT);
        assertThat(audit("TWO26,TWO27"))
                .containsEntry("action", "POST /validate/triggerchallenge")
                .containsEntry("info", "triggered 2 challenges")
                .containsEntry("success", 1)
                .containsEntry("user", "user20")
                .containsEntry("administrator", InProcessServer.ADMIN);
        assertDecision(
                admin.get("/validate/triggerchallenge", "user", "user20", "realm", REALM, "type", "hotp"),
                "1",
                "CHALLENGE",
                asked("TWO26", "hotp"));
        assertDecision(
                admin.post("/validate/triggerchallenge", "serial", "TWO27"), "1", "CHALLENGE", asked("TWO27", "pw"));
        String transaction = (String) asked.detail().get("transaction_id");
        assertThat(answer("user20", "secret", transaction).isAccepted()).isTrue();
    }

    @Test
    void whereNobodyCanBeAskedNothingIsTold() {
        hotp("TWO29", "user21");
        tenant.admin().post("/token/disable/TWO29");
        String nothing = "{'messages': [], 'multi_challenge': [], 'transaction_ids': []}";

        for (String[] subject :
                List.of(new String[] {"serial", "NOSUCH"}, new String[] {"serial", "TWO29"}, new String[] {
                    "user", "user22", "realm", REALM
                })) {
            assertDecision(tenant.admin().post("/validate/triggerchallenge", subject), "0", "REJECT", nothing);
        }
    }

    @Test
    void onlyAnAdministratorAsksAndHeMustNameSomebody() {
        ApiClient admin = tenant.admin();

        assertRefusal(
                tenant.anyone().post("/validate/triggerchallenge", "user", "user1", "realm", REALM),
                401,
                4033,
                "Authentication failure. Missing Authorization header.");
        assertRefusal(
                admin.post("/validate/triggerchallenge"), 400, 905, "ERR905: You need to specify a serial or a user.");
        assertRefusal(
                admin.post("/validate/triggerchallenge", "user", "nobody", "realm", REALM),
                400,
                904,
                "ERR904: The user can not be found in any resolver in this realm!");
    }
}
