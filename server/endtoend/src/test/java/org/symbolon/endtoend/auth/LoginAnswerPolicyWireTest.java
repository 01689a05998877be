package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertDecisionWithoutDetail;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** What policies of authorization make of the answer to a log-in whose tokens have been judged. */
@WireTest
class LoginAnswerPolicyWireTest {

    private static final String REALM = "answers";
    private static final String AUTHORIZATION = "authorization";
    private static final String AUTHENTICATION = "authentication";

    private final Device device = Device.random(new SplittableRandom());
    private Tenant tenant;
    private PoliciesInUse policies;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, REALM, folder, 30);
        policies = new PoliciesInUse(tenant.admin(), "answers");
    }

    @AfterEach
    void endPolicies() {
        policies.end();
    }

    private void hotp(String serial, String user) {
        assertThat(tenant.enrol(serial, user, "type", "hotp", "otpkey", device.seed(), "pin", "pin")
                        .status())
                .isEqualTo(200);
    }

    private void spass(String serial, String user, String... more) {
        assertThat(tenant.enrol(serial, user, ApiClient.joined(more, "type", "spass", "pin", "pin"))
                        .status())
                .isEqualTo(200);
    }

    private String pass(long counter) {
        return "pin" + device.otp(counter);
    }

    private static String about(String serial) {
        return "{'message': 'matching 1 tokens', 'serial': '" + serial + "', 'type': 'hotp', 'otplen': 6}";
    }

    private static String onSpass(String serial) {
        return "{'message': 'matching 1 tokens', 'serial': '" + serial + "', 'type': 'spass', 'otplen': 6}";
    }

    private Map<String, Object> lastRow(String user) {
        List<Map<String, Object>> rows = tenant.admin()
                .get("/audit/", "user", user, "realm", REALM, "action", "*/validate/*", "page_size", "1")
                .rows("auditdata");
        return rows.get(0);
    }

    @Test
    @ShowsEffect("authorization/serial")
    void onlySerialsThatContainAnExpressionLogInAndWhatItCostTheTokenStays() {
        hotp("ANS1", "user1");
        hotp("XNS1", "user2");
        String policy = policies.use(AUTHORIZATION, "serial=^ANS NOTHING");

        assertDecision(tenant.check("user1", pass(0)), true, about("ANS1"));
        assertRefusal(tenant.check("user2", pass(0)), 403, 303, "Serial is not allowed for authentication!");

        assertThat(lastRow("user2"))
                .containsEntry("success", 0)
                .containsEntry("serial", "XNS1")
                .containsEntry("policies", policy)
                .containsEntry("info", "matching 1 tokens, Serial is not allowed for authentication!");
        assertThat(ExpectedJson.entry(tenant.listed("XNS1"), "count")).isEqualTo(1);
    }

    @Test
    @ShowsEffect("authorization/tokentype")
    void onlyTokensOfSomeTypesLogInHoweverTheyAreNamed() {
        hotp("ANS3", "user3");
        spass("ANS4", "user4");
        policies.use(AUTHORIZATION, "tokentype=hotp totp", "realm", REALM);

        assertDecision(tenant.check("user3", pass(0)), true, about("ANS3"));
        String refusal = "Tokentype not allowed for authentication!";
        assertRefusal(tenant.check("user4", "pin"), 403, 303, refusal);
        assertRefusal(tenant.anyone().check("serial", "ANS4", "pin"), 403, 303, refusal);
        assertRefusal(
                tenant.anyone().post("/validate/radiuscheck", "user", "user4", "realm", REALM, "pass", "pin"),
                403,
                303,
                refusal);
    }

    @Test
    @ShowsEffect("authorization/tokeninfo")
    void theInfoOfTheTokenMustFitEachPolicy() {
        hotp("ANS5", "user5");
        tenant.admin().post("/token/info/ANS5/kind", "value", "hard");
        policies.use(AUTHORIZATION, "tokeninfo=kind/^h/");
        assertDecision(tenant.check("user5", pass(0)), true, about("ANS5"));

        policies.use(AUTHORIZATION, "tokeninfo=kind/d$/ and more");
        assertDecision(tenant.check("user5", pass(1)), true, about("ANS5"));
        policies.use(AUTHORIZATION, "tokeninfo=kind/soft/");

        String refusal = "Tokeninfo field kind with contents hard does not match regular expression.";
        assertRefusal(tenant.check("user5", pass(2)), 403, 303, refusal);
        assertRefusal(
                tenant.anyone().post("/validate/check", "serial", "ANS5", "pass", device.otp(3), "otponly", "1"),
                403,
                303,
                refusal);
    }

    @Test
    @ShowsEffect({"authorization/add_user_in_response", "authorization/add_resolver_in_response"})
    void theAnswerTellsOfTheUserAndWhereHeIsFrom() {
        hotp("ANS6", "user6");
        policies.use(AUTHORIZATION, "add_user_in_response, add_resolver_in_response", "realm", REALM);

        assertDecision(
                tenant.check("user6", pass(0)),
                true,
                ExpectedJson.overlaid(
                        about("ANS6"),
                        """
                        {'user-resolver': 'answers', 'user-realm': 'answers',
                         'user': {'username': 'user6', 'userid': '1006', 'givenname': 'Given6', 'surname': 'Sur6',
                                  'email': 'user6@example.org', 'phone': '', 'mobile': '', 'description': 'Given6 Sur6,,,,user6@example.org',
                                  'password': ''}}
                        """));
        assertDecision(tenant.check("user6", "wrong"), false, "{'message': 'wrong otp pin'}");
    }

    @Test
    @ShowsEffect({"authorization/no_detail_on_success", "authorization/no_detail_on_fail"})
    void theDetailCanBeLeftOut() {
        hotp("ANS7", "user7");
        policies.use(AUTHORIZATION, "no_detail_on_success");

        assertDecisionWithoutDetail(tenant.check("user7", pass(0)), true);
        assertDecision(tenant.check("user7", "wrong"), false, "{'message': 'wrong otp pin'}");

        policies.use(AUTHORIZATION, "no_detail_on_fail");
        assertDecisionWithoutDetail(tenant.check("user7", "wrong"), false);
    }

    @Test
    @ShowsEffect("authorization/authorized")
    void whoIsNotAuthorizedIsRefusedOnEveryWay() {
        hotp("ANS8", "user8");
        policies.use(AUTHORIZATION, "authorized=deny_access", "realm", REALM, "user", "user8");
        String refusal = "ERR401: User is not authorized to authenticate under these conditions.";

        assertRefusal(tenant.check("user8", pass(0)), 400, 401, refusal);
        assertRefusal(tenant.anyone().check("serial", "ANS8", pass(1)), 400, 401, refusal);
        assertRefusal(
                tenant.anyone().post("/validate/radiuscheck", "user", "user8", "realm", REALM, "pass", pass(2)),
                400,
                401,
                refusal);
        assertRefusal(
                tenant.admin().post("/validate/triggerchallenge", "user", "user8", "realm", REALM), 400, 401, refusal);
        assertThat(lastRow("user8")).containsEntry("success", 0).containsEntry("info", refusal);
    }

    @Test
    void aRadiusServerIsAnsweredByTheStatusAlone() {
        hotp("ANS9", "user9");
        policies.use(AUTHORIZATION, "authorized=grant_access", "realm", REALM);

        Answer right = tenant.anyone().post("/validate/radiuscheck", "user", "user9", "realm", REALM, "pass", pass(0));
        assertThat(right.status()).isEqualTo(204);
        assertThat(right.body()).isEmpty();
        Answer wrong = tenant.anyone().post("/validate/radiuscheck", "user", "user9", "realm", REALM, "pass", pass(0));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).isEmpty();
    }

    @Test
    @ShowsEffect({
        "authentication/challenge_response",
        "authentication/challenge_text",
        "authentication/challenge_text_header",
        "authentication/challenge_text_footer",
        "authentication/preferred_client_mode"
    })
    void thePinAloneTriggersAChallengeInThePoliciesWords() {
        hotp("ANS10", "user10");
        String asking = policies.use(AUTHENTICATION, "challenge_response=HOTP", "realm", REALM);
        String text = policies.use(AUTHENTICATION, "challenge_text=Now the value.", "realm", REALM);
        policies.use(AUTHENTICATION, "preferred_client_mode=poll webauthn", "realm", REALM);

        Answer asked = tenant.check("user10", "pin");
        assertDecision(asked, "false", "CHALLENGE", challenge("ANS10", "Now the value.", "Now the value."));
        assertThat((String) lastRow("user10").get("policies")).contains(asking, text);

        policies.use(AUTHENTICATION, "challenge_text_header=Please:, challenge_text_footer=Thanks.");
        assertDecision(
                tenant.check("user10", "pin"),
                "false",
                "CHALLENGE",
                challenge("ANS10", "Now the value.", "Please:\\nNow the value.\\nThanks."));

        Object transaction = ExpectedJson.entry(asked.detail(), "transaction_id");
        assertDecision(
                tenant.check("user10", device.otp(0), "transaction_id", (String) transaction),
                true,
                "{'message': 'Found matching challenge', 'serial': 'ANS10'}");
        assertThat(lastRow("user10").get("policies")).isNull();
    }

    @Test
    @ShowsEffect("admin/triggerchallenge")
    void onlyAdministratorsWithTheRightTriggerChallenges() {
        hotp("ANS15", "user15");
        policies.use("admin", "*, -triggerchallenge");

        assertRefusal(
                tenant.admin().post("/validate/triggerchallenge", "serial", "ANS15"),
                403,
                303,
                "Admin actions are defined, but the action triggerchallenge is not allowed!");
    }

    private static String challenge(String serial, String text, String message) {
        String one =
                """
                {'client_mode': 'interactive', 'message': '%s', 'serial': '%s', 'transaction_id': '~\\\\d{20}',
                 'type': 'hotp'}
                """
                        .formatted(text, serial);
        return ExpectedJson.overlaid(
                one,
                """
                {'message': '%s', 'messages': ['%s'], 'multi_challenge': [%s], 'transaction_ids': ['~\\\\d{20}'],
                 'preferred_client_mode': 'interactive'}
                """
                        .formatted(message, text, one));
    }

    @Test
    void listsOfChallengesBecomeItems() {
        hotp("ANS11", "user11");
        policies.use(AUTHENTICATION, "challenge_response=hotp", "realm", REALM);
        policies.use(AUTHENTICATION, "challenge_text_header=Do:<ul>, challenge_text_footer=</ul>", "realm", REALM);

        assertThat(ExpectedJson.entry(tenant.check("user11", "pin").detail(), "message"))
                .isEqualTo("Do:<ul><li>please enter otp: </li>\n</ul>");
    }

    @Test
    void conditionsOnTheTokenAreAboutTheOneThatWasUsed() {
        hotp("ANS12", "user12");
        spass("ANS13", "user12");
        policies.use(
                AUTHORIZATION,
                "no_detail_on_success",
                "conditions",
                "[[\"token\", \"tokentype\", \"equals\", \"spass\", true]]");

        assertDecision(tenant.check("user12", pass(0)), true, about("ANS12"));
        assertDecisionWithoutDetail(tenant.check("user12", "pin"), true);
    }

    @Test
    void whoIsNotConcernedIsAnsweredAsBefore() {
        spass("ANS14", "user14");
        policies.use(AUTHORIZATION, "authorized=deny_access, tokentype=hotp", "realm", "elsewhere");

        assertDecision(tenant.check("user14", "pin"), true, onSpass("ANS14"));
    }
}
