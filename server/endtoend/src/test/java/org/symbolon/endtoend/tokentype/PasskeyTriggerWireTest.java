package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.command.tokentype.webauthn.SoftDevice;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.PolicyTest;
import org.symbolon.endtoend.harness.ShowsEffect;

/** Challenges of passkeys themselves, and log-ins to the server with one. */
@PolicyTest
class PasskeyTriggerWireTest {

    private static final String QUESTION =
            """
            'challenge': '~[A-Za-z0-9_-]{43}', 'rpId': 'example.com', 'userVerification': 'preferred',
            'message': '<text>', 'type': 'passkey', 'client_mode': 'webauthn', 'transaction_id': '~[0-9]{20}',
            'serial': '<serial>'
            """;

    private PolicyServer server;
    private PasskeyUser browser;
    private SoftDevice first;
    private SoftDevice second;

    @BeforeAll
    void start(PolicyServer lent) {
        server = lent;
        browser = new PasskeyUser(server.admin(), "policed");
        server.policy("enrollment", PasskeyUser.DOMAIN, "");
        first = browser.enrolled("user1", "PIPKA", "a1", "pin", "1234");
        second = browser.enrolled("user1", "PIPKB", "b1", "pin", "1234");
    }

    private Answer pin() {
        return browser.post("/validate/check", Map.of("user", "user1", "realm", "policed", "pass", "1234"));
    }

    private Answer trigger(String user) {
        return browser.post("/validate/triggerchallenge", Map.of("user", user, "realm", "policed"));
    }

    @Test
    @ShowsEffect({"authentication/passkey_trigger_by_pin", "authentication/passkey_challenge_text"})
    void aPinBeginsAChallengeWhereAPolicySaysSo() {
        assertThat(pin().isRejected()).isTrue();
        assertDecision(
                trigger("user1"), "0", "REJECT", "{'messages': [], 'multi_challenge': [], 'transaction_ids': []}");
        String policy = server.policy("authentication", "passkey_trigger_by_pin, passkey_challenge_text=Touch it", "");

        Answer asked = pin();

        String text = QUESTION.replace("<text>", "Touch it");
        assertDecision(
                asked,
                "false",
                "CHALLENGE",
                "{"
                        + text.replace("<serial>", "PIPKB")
                                .replace("'message': 'Touch it'", "'message': 'Touch it, Touch it'")
                        + ", 'messages': ['Touch it', 'Touch it'], 'preferred_client_mode': 'webauthn',"
                        + " 'transaction_ids': ['~[0-9]{20}', '~[0-9]{20}'], 'multi_challenge': [{"
                        + text.replace("<serial>", "PIPKA") + "}, {" + text.replace("<serial>", "PIPKB") + "}]}");
        assertThat(((List<?>) asked.detail().get("multi_challenge"))
                        .stream().map(one -> ((Map<?, ?>) one).get("challenge")).distinct())
                .as("all of a user share it")
                .hasSize(1);
        String challenge = asked.detail().get("challenge").toString();
        assertDecision(
                browser.check(asked, SoftDevice.of(-7, "a1").answerPasskey(challenge)),
                false,
                "{'message': 'Authentication failed.'}");
        assertDecision(
                browser.check(asked, first.answerPasskey(challenge)),
                true,
                "{'message': 'Found matching challenge', 'serial': 'PIPKA', 'username': 'user1'}");
        assertRefusal(
                browser.check(asked, second.answerPasskey(challenge)),
                404,
                601,
                "Challenge with transaction_id " + PasskeyUser.transaction(asked) + " not found.");
        assertThat(trigger("user1").detail().get("rpId")).isEqualTo("example.com");
        server.admin().delete("/policy/" + policy);
    }

    @Test
    void aChallengeIsForTheTokensThatWereAsked() {
        SoftDevice stranger = browser.enrolled("user2", "PIPKC", "c1");
        String policy = server.policy("authentication", "passkey_trigger_by_pin", "");
        Answer asked = trigger("user1");
        server.admin().delete("/policy/" + policy);

        assertRefusal(
                browser.check(
                        asked,
                        stranger.answerPasskey(asked.detail().get("challenge").toString())),
                401,
                403,
                "The challenge " + PasskeyUser.transaction(asked) + " is not meant for the token PIPKC.");
    }

    @Test
    @ShowsEffect("authentication/webauthn_user_verification_requirement")
    void whoMustBeVerifiedSaysTheChallenge() {
        SoftDevice device = browser.enrolled("user3", "PIPKD", "d1");
        String policy = server.policy("authentication", "webauthn_user_verification_requirement=required", "");
        Answer initialized = browser.initialize();
        server.admin().delete("/policy/" + policy);
        assertThat(((Map<?, ?>) initialized.detail().get("passkey")).get("user_verification"))
                .isEqualTo("required");

        assertThat(browser.answer(initialized, device).isRejected()).isTrue();
        assertThat(browser.answer(initialized, device.verifying()).isAccepted()).isTrue();
    }

    @Test
    void aLogInConcernsAllTokensOfTheUserWhereAPolicySaysSo() {
        SoftDevice device = browser.enrolled("user7", "PIPKH", "a7");
        server.admin()
                .post(
                        "/token/init",
                        "type",
                        "spass",
                        "serial",
                        "OTHER7",
                        "user",
                        "user7",
                        "realm",
                        "policed",
                        "pin",
                        "1234");
        browser.post("/validate/check", Map.of("serial", "OTHER7", "pass", "wrong"));
        assertThat(browser.answer(browser.initialize(), device).isAccepted()).isTrue();
        assertThat(failCount("OTHER7")).isEqualTo(1);
        String policy = server.policy("authentication", "reset_all_user_tokens", "");

        assertThat(browser.answer(browser.initialize(), device).isAccepted()).isTrue();

        server.admin().delete("/policy/" + policy);
        assertThat(failCount("OTHER7")).isEqualTo(0);
    }

    private Object failCount(String serial) {
        return server.admin()
                .get("/token/", "serial", serial)
                .rows("tokens")
                .get(0)
                .get("failcount");
    }

    private Answer logIn(Answer initialized, SoftDevice device, String... more) {
        return browser.to("/auth", initialized, device.answerPasskey(PasskeyUser.challenge(initialized)), more);
    }

    @Test
    void whoeverHasAPasskeyLogsInToTheServer() {
        SoftDevice device = browser.enrolled("user4", "PIPKE", "e1");

        Answer in = logIn(browser.initialize(), device);

        Map<?, ?> value = (Map<?, ?>) in.value();
        assertThat(in.status()).as(in.body()).isEqualTo(200);
        assertThat(value.get("username")).isEqualTo("user4");
        assertThat(value.get("realm")).isEqualTo("policed");
        assertThat(value.get("role")).isEqualTo("user");
        byte[] claims =
                Base64.getUrlDecoder().decode(value.get("token").toString().split("\\.", -1)[1]);
        assertThat(new String(claims, StandardCharsets.UTF_8)).contains("\"authtype\":\"pi\"");
    }

    @Test
    void whoHasNoneIsToldWhy() {
        SoftDevice device = browser.enrolled("user5", "PIPKF", "f1");
        assertRefusal(
                logIn(browser.initialize(), SoftDevice.of(-7, "99")),
                401,
                4031,
                "Authentication failure. The passkey is not registered.");
        assertRefusal(
                logIn(browser.initialize(), SoftDevice.of(-7, "f1")),
                401,
                4031,
                "Authentication failure using passkey.");
        server.admin().post("/token/disable", "serial", "PIPKF");
        assertDecision(logIn(browser.initialize(), device), false, "{'message': 'Token is disabled'}");
        server.admin().post("/token/enable", "serial", "PIPKF");
        server.admin().post("/token/unassign", "serial", "PIPKF");
        assertRefusal(logIn(browser.initialize(), device), 401, 4032, "Authentication failure. Token has no user.");
    }

    @Test
    void aTokenThatWasNotUsedForTooLongIsToldApart() {
        SoftDevice device = browser.enrolled("user6", "PIPKG", "f2");
        server.admin().post("/token/info/PIPKG/last_auth", "value", "2020-01-01T00:00:00+00:00");
        String policy = server.policy("authorization", "last_auth=1d", "");

        Answer refused = logIn(browser.initialize(), device);
        Answer checked = browser.answer(browser.initialize(), device);

        server.admin().delete("/policy/" + policy);
        assertRefusal(
                refused, 401, 4306, "Authentication failure. Last authentication policy check failed for token PIPKG");
        assertDecision(checked, false, "{'message': 'Last authentication policy check failed for token PIPKG'}");
    }
}
