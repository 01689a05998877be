package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.command.tokentype.webauthn.SoftDevice;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.PolicyTest;
import org.symbolon.endtoend.harness.ShowsEffect;

/** Log-ins that enrol a passkey on the way. */
@PolicyTest
class PasskeyOwedWireTest {

    private PolicyServer server;
    private PasskeyUser browser;

    @BeforeAll
    void start(PolicyServer lent) {
        server = lent;
        browser = new PasskeyUser(server.admin(), "policed");
        server.policy("enrollment", PasskeyUser.DOMAIN, "");
        server.policy("authentication", "enroll_via_multichallenge=PASSKEY", "");
        for (int number = 1; number <= 4; number++) {
            server.admin()
                    .post(
                            "/token/init",
                            "type",
                            "spass",
                            "serial",
                            "OWES" + number,
                            "user",
                            "user" + number,
                            "realm",
                            "policed",
                            "pin",
                            "1234");
        }
    }

    private Answer logIn(String user) {
        return browser.post("/validate/check", Map.of("user", user, "realm", "policed", "pass", "1234"));
    }

    private Answer register(Answer asked, SoftDevice device) {
        String challenge = PasskeyUser.nonce(asked);
        return browser.check(
                asked,
                device.makePasskey(challenge),
                "serial",
                asked.detail().get("serial").toString(),
                "type",
                "passkey",
                "user",
                "whoever");
    }

    @Test
    @ShowsEffect("authentication/enroll_via_multichallenge")
    void whoeverHasNoPasskeyMakesOneAndIsIn() {
        Answer asked = logIn("user1");

        assertThat(asked.result().get("authentication")).isEqualTo("CHALLENGE");
        assertThat(asked.detail())
                .containsEntry("type", "passkey")
                .containsEntry("client_mode", "webauthn")
                .containsEntry("message", "Please confirm the registration with your passkey!")
                .containsEntry("transaction_ids", List.of(PasskeyUser.transaction(asked)));
        Map<?, ?> item = (Map<?, ?>) ((List<?>) asked.detail().get("multi_challenge")).get(0);
        assertThat(item.get("passkey_registration")).isEqualTo(PasskeyUser.registration(asked));
        assertThat(item.get("rollout_state")).isEqualTo("clientwait");
        assertThat(item.get("serial")).isEqualTo(asked.detail().get("serial"));

        SoftDevice device = SoftDevice.of(-7, "a1");
        assertDecision(
                register(asked, device),
                true,
                "{'message': 'Found matching challenge', 'serial': '~PIPK.*', 'username': 'user1'}");
        assertThat(logIn("user1").isAccepted()).as("with another token").isTrue();
        assertDecision(
                browser.answer(browser.initialize(), device),
                true,
                "{'message': 'Found matching challenge', 'serial': '~PIPK.*', 'username': 'user1'}");
    }

    @Test
    void whatDoesNotFitLetsNobodyInAndCanBeAnsweredAgain() {
        Answer asked = logIn("user2");
        SoftDevice elsewhere = SoftDevice.of(-7, "b1");
        elsewhere.origin = "https://login.example.org";

        assertDecision(register(asked, elsewhere), false, "{'message': 'Authentication failed.'}");
        assertThat(register(asked, SoftDevice.of(-7, "b2")).isAccepted()).isTrue();
        assertDecision(register(asked, SoftDevice.of(-7, "b3")), false, "{'message': 'Authentication failed.'}");
    }

    @Test
    void aPasskeyThatIsNotMadeYetLetsNobodyInAndIsAskedForAnew() {
        Answer first = logIn("user3");
        Answer second = logIn("user3");

        assertThat(second.detail().get("serial")).isEqualTo(first.detail().get("serial"));
        assertThat(register(second, SoftDevice.of(-7, "c1")).isAccepted()).isTrue();
        assertThat(register(first, SoftDevice.of(-7, "c2")).isAccepted()).isFalse();
    }

    @Test
    @ShowsEffect("enrollment/passkey_challenge_text")
    void aPolicySaysHowItIsAskedFor() {
        String policy = server.policy("enrollment", "passkey_challenge_text=Make a key", "");

        assertThat(logIn("user4").message()).isEqualTo("Make a key");

        server.admin().delete("/policy/" + policy);
    }

    @Test
    void aKeyOfAWebauthnTokenIsNotMadeTwice() {
        SoftDevice key = SoftDevice.of(-7, "d1");
        assertThat(new WebauthnUser(server.admin(), "policed")
                        .enrol("user4", "WANOWED", key)
                        .status())
                .isEqualTo(200);

        assertThat(PasskeyUser.registration(logIn("user4")).get("excludeCredentials"))
                .isEqualTo(List.of(Map.of("type", "public-key", "id", key.id())));
    }

    @Test
    @ShowsEffect("authentication/enroll_via_multichallenge_optional")
    void whoMayDoWithoutAPasskeyIsInAndTheTokenIsGone() {
        server.admin()
                .post(
                        "/token/init",
                        "type",
                        "spass",
                        "serial",
                        "OWES5",
                        "user",
                        "user5",
                        "realm",
                        "policed",
                        "pin",
                        "1234");
        String policy = server.policy("authentication", "enroll_via_multichallenge_optional", "user5");
        Answer asked = logIn("user5");
        server.admin().delete("/policy/" + policy);
        assertThat(asked.detail()).containsEntry("enroll_via_multichallenge_optional", true);

        assertDecision(
                browser.post(
                        "/validate/check",
                        Map.of("cancel_enrollment", "true", "transaction_id", PasskeyUser.transaction(asked))),
                true,
                "{'message': 'Cancelled enrollment via multichallenge'}");
        assertThat(register(asked, SoftDevice.of(-7, "e1")).isAccepted()).isFalse();
        assertThat(server.admin()
                        .get("/token/", "user", "user5", "realm", "policed", "type", "passkey")
                        .rows("tokens"))
                .isEmpty();
    }
}
