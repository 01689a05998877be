package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.ScannedCode;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** Log-ins on which somebody gets a token and lets it show its first value before he is let in. */
@WireTest
class LoginEnrolmentWireTest {

    private static final String REALM = "enrolledbylogin";
    private static final String AUTHENTICATION = "authentication";
    private static final String AUTHORIZATION = "authorization";
    private static final String ENROLLMENT = "enrollment";
    private static final String TEXT = "Please scan the QR code!";
    private static final String WRONG_PIN = "{'message': 'wrong otp pin'}";

    private Tenant tenant;
    private PoliciesInUse policies;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, REALM, folder, 40);
        policies = new PoliciesInUse(tenant.admin(), "enrolledbylogin");
    }

    @AfterEach
    void endPolicies() {
        policies.end();
    }

    private void spass(String serial, String user) {
        assertThat(tenant.enrol(serial, user, "type", "spass", "pin", "pin").status())
                .isEqualTo(200);
    }

    private String owing(String type, String user) {
        return policies.use(AUTHENTICATION, "enroll_via_multichallenge=" + type, "realm", REALM, "user", user);
    }

    private Answer answer(String user, String value, Answer question) {
        return tenant.check(user, value, "transaction_id", transaction(question));
    }

    private static String transaction(Answer question) {
        return (String) question.detail().get("transaction_id");
    }

    private static String serial(Answer question) {
        return (String) question.detail().get("serial");
    }

    private static Device scanned(Answer question) {
        return ScannedCode.of(question).device();
    }

    private List<Map<String, Object>> tokens(String user, String type) {
        return tenant.admin()
                .get("/token/", "user", user, "realm", REALM, "type", type)
                .rows("tokens");
    }

    private Map<String, Object> lastRow(String user) {
        return tenant.admin()
                .get("/audit/", "user", user, "realm", REALM, "action", "*/validate/*", "page_size", "1")
                .rows("auditdata")
                .get(0);
    }

    private static void assertAsked(Answer answer) {
        assertThat(answer.result()).as(answer.body()).containsEntry("authentication", "CHALLENGE");
        assertThat(answer.message()).isEqualTo(TEXT);
    }

    private static String question(String type, String before) {
        String one =
                """
                {'client_mode': 'interactive', 'message': '%s', 'serial': '~%s[0-9A-F]{8}', 'type': '%s',
                 'transaction_id': '~\\\\d{20}', 'image': '~data:image/png;base64,[A-Za-z0-9+/=]{100,}'}
                """
                        .formatted(TEXT, type.equals("hotp") ? "OATH" : "TOTP", type);
        return ExpectedJson.overlaid(
                ExpectedJson.overlaid(before, one),
                """
                {'messages': ['%s'], 'multi_challenge': [%s], 'transaction_ids': ['~\\\\d{20}'],
                 'preferred_client_mode': 'interactive'}
                """
                        .formatted(TEXT, one));
    }

    @Test
    @ShowsEffect("authentication/enroll_via_multichallenge")
    void whoHasNoTokenOfTheTypeGetsOneAndIsLetInWithItsFirstValue() {
        spass("EBL1", "user1");
        String policy = owing("HOTP", "user1");

        Answer asked = tenant.check("user1", "pin");
        assertDecision(asked, "false", "CHALLENGE", question("hotp", "{'otplen': 6}"));
        String serial = serial(asked);
        assertThat(lastRow("user1"))
                .containsEntry("success", 0)
                .containsEntry("serial", "EBL1")
                .containsEntry("action_detail", "enrolled " + serial)
                .containsEntry("info", "matching 1 tokens, " + TEXT)
                .containsEntry("policies", policy);
        assertThat(tokens("user1", "hotp")).singleElement().satisfies(token -> assertThat(token)
                .containsEntry("serial", serial)
                .containsEntry("rollout_state", "verify")
                .containsEntry("active", true));
        assertThat(tenant.admin().get("/token/challenges/" + serial).rows("challenges"))
                .singleElement()
                .satisfies(challenge -> assertThat(challenge)
                        .containsEntry("transaction_id", transaction(asked))
                        .containsEntry("challenge", "")
                        .containsEntry("data", "__CENSORED__"));

        Device device = scanned(asked);
        assertDecision(
                answer("user1", device.otp(0), asked),
                true,
                "{'message': 'Found matching challenge', 'serial': '" + serial + "'}");
        assertDecision(answer("user1", device.otp(1), asked), false, WRONG_PIN);
        assertThat(tokens("user1", "hotp").get(0)).containsEntry("rollout_state", "enrolled");
        assertThat(ExpectedJson.entry(tokens("user1", "hotp").get(0).get("info"), "hashlib"))
                .isEqualTo("sha1");
        assertThat(tokens("user1", "hotp").get(0).get("info")).asString().doesNotContain("multichallenge");
        assertThat(tenant.check("user1", "pin").isAccepted()).isTrue();
        assertThat(tenant.check("user1", "pin" + device.otp(2)).isAccepted()).isTrue();
        assertThat(tenant.check("user1", device.otp(3)).isAccepted()).isFalse();
    }

    @Test
    void untilItHasShownAValueTheTokenIsGoodForNothing() {
        spass("EBL2", "user2");
        owing("HOTP", "user2");
        Answer asked = tenant.check("user2", "pin");
        Device device = scanned(asked);

        assertDecision(tenant.check("user2", "pin" + device.otp(0)), false, WRONG_PIN);
        assertThat(tenant.anyone()
                        .check("serial", serial(asked), "pin" + device.otp(0))
                        .message())
                .isEqualTo("matching 1 tokens, Token is not yet enrolled");
        assertThat(tenant.admin()
                        .post("/validate/triggerchallenge", "user", "user2", "realm", REALM)
                        .value())
                .isEqualTo(0);
        assertThat(answer("user2", device.otp(1), asked).isAccepted()).isTrue();
    }

    @Test
    void theTokenIsLikeOneThatTheUserHasEnrolledHimself() {
        spass("EBL3", "user3");
        owing("totp", "user3");
        policies.use("user", "totp_otplen=8, totp_timestep=60", "realm", REALM, "user", "user3");
        String label = policies.use(
                ENROLLMENT, "tokenlabel={user}-{surname}, tokenissuer=Home, totp_force_app_pin", "user", "user3");

        Answer asked = tenant.check("user3", "pin");

        assertDecision(asked, "false", "CHALLENGE", question("totp", "{'otplen': 6}"));
        assertThat(ScannedCode.of(asked).text())
                .matches("otpauth://totp/user3-Sur3[?]secret=[A-Z2-7]{32}&period=60&digits=8&issuer=Home&pin=True");
        assertThat((String) lastRow("user3").get("policies")).contains(label);
        String value = scanned(asked).otp(System.currentTimeMillis() / 60_000, 8);
        assertThat(answer("user3", value, asked).isAccepted()).isTrue();
    }

    @Test
    void wrongAnswersCountAndLockAndTheNextLogInBeginsAnew() {
        spass("EBL4", "user4");
        owing("HOTP", "user4");
        Answer asked = tenant.check("user4", "pin");
        String serial = serial(asked);
        tenant.admin().post("/token/set/" + serial, "max_failcount", "1");

        assertDecision(
                answer("user4", "nothing", asked),
                false,
                "{'message': 'Response did not match the challenge.', 'serial': '" + serial + "', 'type': 'hotp'}");
        assertDecision(
                answer("user4", scanned(asked).otp(0), asked),
                false,
                "{'message': 'Challenge matches, but token is not fit for challenge. Failcounter exceeded', 'serial': '"
                        + serial + "'}");

        Answer again = tenant.check("user4", "pin");
        assertThat(serial(again)).isEqualTo(serial);
        assertThat(answer("user4", scanned(again).otp(0), again).isAccepted()).isTrue();
    }

    @Test
    void everyLogInShowsASeedOfItsOwnAndTheFirstAnswerDecides() {
        spass("EBL5", "user5");
        owing("HOTP", "user5");
        Answer first = tenant.check("user5", "pin");
        Answer second = tenant.check("user5", "pin");

        assertThat(serial(second)).isEqualTo(serial(first));
        assertThat(scanned(second).seed()).isNotEqualTo(scanned(first).seed());
        assertThat(answer("user5", scanned(first).otp(0), first).isAccepted()).isTrue();
        assertDecision(answer("user5", scanned(second).otp(0), second), false, WRONG_PIN);
        assertThat(tokens("user5", "hotp")).hasSize(1);
        assertThat(tenant.check("user5", "pin" + scanned(first).otp(1)).isAccepted())
                .isTrue();
    }

    @Test
    void whoDoesNotAnswerInTimeIsAskedAgainAndNeverLetIn() {
        spass("EBL6", "user6");
        owing("HOTP", "user6");
        tenant.admin().post("/system/setConfig", "HotpChallengeValidityTime", "0");
        Answer late = tenant.check("user6", "pin");
        tenant.admin().delete("/system/HotpChallengeValidityTime");

        assertDecision(answer("user6", scanned(late).otp(0), late), false, WRONG_PIN);
        Answer again = tenant.check("user6", "pin");
        assertAsked(again);
        assertThat(answer("user6", scanned(again).otp(0), again).isAccepted()).isTrue();
        assertThat(tokens("user6", "hotp")).hasSize(1);
    }

    @Test
    void logInsAtTheSameTimeEnrolOneTokenTogether() {
        spass("EBL7", "user7");
        owing("HOTP", "user7");

        List<Answer> answers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(number -> tenant.check("user7", "pin"))
                .toList();

        answers.forEach(LoginEnrolmentWireTest::assertAsked);
        assertThat(tokens("user7", "hotp")).hasSize(1);
        assertThat(answers.stream()
                        .parallel()
                        .filter(asked ->
                                answer("user7", scanned(asked).otp(0), asked).isAccepted())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whoIsLetInWithoutATokenGetsOneTooAndIsNotLockedOutBeforeHeAnswers() {
        policies.use(AUTHENTICATION, "passthru", "realm", REALM, "user", "user8");
        policies.use(AUTHENTICATION, "passOnNoToken", "realm", REALM, "user", "user9");
        owing("HOTP", "user8");
        owing("HOTP", "user9");

        assertDecision(tenant.check("user8", PasswdFile.PASSWORD), "false", "CHALLENGE", question("hotp", "{}"));
        assertThat(tenant.check("user8", "wrong").isRejected()).isTrue();
        Answer again = tenant.check("user8", PasswdFile.PASSWORD);
        assertAsked(again);
        Device device = scanned(again);
        assertThat(answer("user8", device.otp(0), again).isAccepted()).isTrue();
        assertThat(tenant.check("user8", PasswdFile.PASSWORD).isAccepted()).isFalse();
        assertThat(tenant.check("user8", device.otp(1)).isAccepted()).isTrue();

        assertAsked(tenant.check("user9", "anything"));
        Answer asked = tenant.check("user9", "anything");
        assertThat(answer("user9", scanned(asked).otp(0), asked).isAccepted()).isTrue();
        assertThat(tenant.check("user9", "anything").isAccepted()).isFalse();
        assertThat(tokens("user9", "hotp")).hasSize(1);
    }

    @Test
    void aCachedLogInOwesTheTokenTooAndOneThatOwesItIsNotCached() {
        spass("EBL10", "user10");
        policies.use(AUTHENTICATION, "auth_cache=4h", "realm", REALM, "user", "user10");
        assertThat(tenant.check("user10", "pin").isAccepted()).isTrue();
        assertThat(tenant.check("user10", "pin").message()).isEqualTo("Authenticated by AuthCache.");
        owing("HOTP", "user10");
        Answer asked = tenant.check("user10", "pin");
        assertDecision(asked, "false", "CHALLENGE", question("hotp", "{}"));
        assertThat(answer("user10", scanned(asked).otp(0), asked).isAccepted()).isTrue();
        assertThat(tenant.check("user10", "pin").message()).isEqualTo("Authenticated by AuthCache.");

        spass("EBL11", "user11");
        policies.use(AUTHENTICATION, "auth_cache=4h", "realm", REALM, "user", "user11");
        owing("HOTP", "user11");
        assertAsked(tenant.check("user11", "pin"));
        Answer second = tenant.check("user11", "pin");
        assertDecision(second, "false", "CHALLENGE", question("hotp", "{'otplen': 6}"));
    }

    @Test
    void whereThereAreTooManyTokensNobodyIsLetIn() {
        spass("EBL12", "user12");
        owing("HOTP", "user12");
        String limit = policies.use(ENROLLMENT, "max_token_per_user=1", "user", "user12");

        assertRefusal(tenant.check("user12", "pin"), 403, 303, "The number of tokens for this user is limited!");
        assertThat(tokens("user12", "hotp")).isEmpty();
        assertThat((String) lastRow("user12").get("policies")).contains(limit);
        assertThat(lastRow("user12"))
                .containsEntry("success", 0)
                .containsEntry("info", "matching 1 tokens, The number of tokens for this user is limited!");

        policies.use(ENROLLMENT, "max_token_per_user=2, hotp_max_active_token_per_user=1", "user", "user12");
        assertAsked(tenant.check("user12", "pin"));
        assertAsked(tenant.check("user12", "pin"));
        assertThat(tokens("user12", "hotp")).hasSize(1);
    }

    @Test
    void aTypeThatDoesNotExistYetHasNoEffectNorHasOneThatNoLogInEnrols() {
        spass("EBL13", "user13");
        owing("EMAIL", "user13");
        assertThat(tenant.check("user13", "pin").isAccepted()).isTrue();
        policies.end();
        owing("PW", "user13");
        assertThat(tenant.check("user13", "pin").isAccepted()).isTrue();
    }

    @Test
    void anIdentityProviderIsToldNothingOfTheUserAndARadiusServerSeesARefusal() {
        spass("EBL14", "user14");
        owing("HOTP", "user14");
        String[] logIn = {"user", "user14", "realm", REALM, "pass", "pin"};

        assertDecision(
                tenant.anyone().post("/validate/samlcheck", logIn),
                "{'auth': false, 'attributes': {}}",
                "CHALLENGE",
                question("hotp", "{'otplen': 6}"));
        tenant.admin().delete("/token/" + tokens("user14", "hotp").get(0).get("serial"));

        Answer radius = tenant.anyone().post("/validate/radiuscheck", logIn);
        assertThat(radius.status()).isEqualTo(400);
        assertThat(radius.body()).isEmpty();
        assertThat(lastRow("user14"))
                .containsEntry("success", 0)
                .containsEntry("info", "matching 1 tokens, a token of the type hotp has to be enrolled first");
        assertThat(tokens("user14", "hotp")).isEmpty();
        assertThat(tenant.anyone()
                        .post("/validate/samlcheck", "user", "user14", "realm", REALM, "pass", "wrong")
                        .result())
                .containsEntry("authentication", "ACCEPT");
        assertThat(tokens("user14", "hotp")).isEmpty();
    }

    @Test
    void whoLogsInBySerialOwesTheTokenOfTheOwner() {
        spass("EBL15", "user15");
        owing("HOTP", "user15");

        Answer asked = tenant.anyone().check("serial", "EBL15", "pin");

        assertAsked(asked);
        assertThat(tenant.anyone()
                        .post(
                                "/validate/check",
                                "serial",
                                serial(asked),
                                "pass",
                                scanned(asked).otp(0),
                                "transaction_id",
                                transaction(asked))
                        .isAccepted())
                .isTrue();
        assertThat(tenant.anyone().check("serial", "EBL15", "pin").isAccepted()).isTrue();
    }

    @Test
    void whatPoliciesSayOfTheAnswerIsAboutTheTokenThatWasUsed() {
        spass("EBL16", "user16");
        owing("HOTP", "user16");
        policies.use(
                AUTHORIZATION,
                "tokentype=spass, no_detail_on_success, no_detail_on_fail, add_user_in_response",
                "user",
                "user16",
                "realm",
                REALM);

        assertDecision(tenant.check("user16", "pin"), "false", "CHALLENGE", question("hotp", "{}"));

        policies.use(AUTHORIZATION, "serial=^NONE", "user", "user16", "realm", REALM);
        spass("EBL17", "user17");
        owing("HOTP", "user17");
        assertRefusal(tenant.check("user17", "pin"), 403, 303, "Serial is not allowed for authentication!");
        assertThat(tokens("user17", "hotp")).isEmpty();
    }

    @Test
    void whatTheUserHasBegunHimselfIsNeitherEnoughNorTakenOver() {
        spass("EBL18", "user18");
        policies.use(ENROLLMENT, "verify_enrollment=hotp", "user", "user18", "realm", REALM);
        assertThat(tenant.enrol("EBL19", "user18", "genkey", "1").detail()).containsEntry("rollout_state", "verify");
        owing("HOTP", "user18");

        Answer asked = tenant.check("user18", "pin");

        assertAsked(asked);
        assertThat(serial(asked)).isNotEqualTo("EBL19");
        assertThat(tokens("user18", "hotp")).hasSize(2);
    }

    @Test
    void aTextAroundChallengesStandsAroundThisOneAndALogInToTheServerItselfOwesNothing() {
        spass("EBL20", "user20");
        owing("HOTP", "user20");
        policies.use(
                AUTHENTICATION,
                "challenge_text_header=New:, challenge_text_footer=Thanks., preferred_client_mode=poll interactive",
                "user",
                "user20",
                "realm",
                REALM);
        policies.use("webui", "login_mode=eduMFA", "user", "user20", "realm", REALM);

        assertThat(tenant.check("user20", "pin").message()).isEqualTo("New:\n" + TEXT + "\nThanks.");
        assertThat(tenant.anyone()
                        .post("/auth", "username", "user20", "realm", REALM, "password", "pin")
                        .status())
                .isEqualTo(200);
    }
}
