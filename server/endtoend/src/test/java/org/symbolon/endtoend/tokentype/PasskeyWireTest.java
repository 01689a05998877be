package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.command.tokentype.webauthn.SoftDevice;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.PolicyTest;
import org.symbolon.endtoend.harness.ShowsEffect;

/** Log-ins of people who say no name, for their devices know. */
@PolicyTest
class PasskeyWireTest {

    private static final String INVITED =
            """
            {'message': '', 'messages': [''], 'client_mode': 'webauthn', 'preferred_client_mode': 'webauthn',
             'serial': '', 'type': '', 'attributes': <attributes>,
             'transaction_id': '~[0-9]{20}', 'transaction_ids': ['~[0-9]{20}'],
             'multi_challenge': [{'client_mode': 'webauthn', 'message': '', 'serial': '', 'type': '',
               'transaction_id': '~[0-9]{20}', 'attributes': <attributes>}]}
            """;

    private PolicyServer server;
    private WebauthnUser browser;
    private SoftDevice device;

    @BeforeAll
    void start(PolicyServer lent) {
        server = lent;
        browser = new WebauthnUser(server.admin(), "policed");
        server.policy("enrollment", "webauthn_relying_party_id=example.com, webauthn_relying_party_name=Example", "");
        device = SoftDevice.of(-7, "c1b2c3");
        assertThat(browser.enrol("user1", "WANKEY", device).status()).isEqualTo(200);
        assertRefusal(
                browser.post("/validate/triggerchallenge", Map.of("type", "webauthn")),
                400,
                904,
                "ERR904: The user can not be found in any resolver in this realm!");
        server.policy("authentication", "webauthn_usernameless_authn", "");
    }

    private Answer invite(String... more) {
        return browser.post("/validate/triggerchallenge", Map.of("type", "webauthn"), more);
    }

    private Answer answer(Map<String, String> signed, String... more) {
        Map<String, String> fields = new HashMap<>(signed);
        fields.put("type", "webauthn");
        fields.put("userhandle", "WANKEY");
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return browser.post("/validate/check", fields);
    }

    @Test
    @ShowsEffect("authentication/webauthn_usernameless_authn")
    void aPasskeyLogsInWithoutANameOnceForEachChallenge() {
        Answer invited = invite();
        assertDecision(
                invited,
                "1",
                "CHALLENGE",
                INVITED.replace(
                        "<attributes>",
                        "{'hideResponseInput': false, 'webAuthnSignRequest': {'challenge': '~[A-Za-z0-9_-]{100,}'}}"));

        Map<String, String> signed = device.answer(WebauthnUser.challenge(invited));
        assertDecision(
                answer(signed),
                true,
                """
                {'message': 'Passkey authentication worked!', 'serial': 'WANKEY', 'type': 'webauthn',
                 'user': {'username': 'user1', 'realm': 'policed', 'resolver': '~.+'}}
                """);
        assertRefusal(answer(signed), 400, 401, "ERR401: Passkey challenge already used.");
        assertRefusal(
                answer(device.answer(WebauthnUser.challenge(invited))),
                400,
                401,
                "ERR401: Passkey challenge already used.");
    }

    @Test
    @ShowsEffect("authentication/webauthn_usernameless_realm_policy")
    void aRealmSaysWhatElseThereIsToKnow() {
        String policy = server.policy("authentication", "webauthn_usernameless_realm_policy, webauthn_timeout=45", "");

        assertDecision(
                invite("realm", "policed"),
                "1",
                "CHALLENGE",
                INVITED.replace(
                        "<attributes>",
                        "{'hideResponseInput': false, 'webAuthnSignRequest': {'challenge': '~[A-Za-z0-9_-]{100,}',"
                                + " 'rpId': 'example.com', 'userVerification': 'preferred', 'timeout': 45000}}"));
        server.admin().delete("/policy/" + policy);
    }

    @Test
    void aWrongAnswerUsesTheChallengeUpAndCounts() {
        Answer invited = invite();
        SoftDevice stranger = SoftDevice.of(-7, "c1b2c3");

        assertDecision(
                answer(stranger.answer(WebauthnUser.challenge(invited))),
                false,
                """
                {'message': 'Response did not match the challenge.', 'serial': 'WANKEY', 'type': 'webauthn',
                 'otplen': 6}
                """);
        assertRefusal(
                answer(device.answer(WebauthnUser.challenge(invited))),
                400,
                401,
                "ERR401: Passkey challenge already used.");
        assertThat(answer(device.answer(WebauthnUser.challenge(invite()))).isAccepted())
                .isTrue();
    }

    @Test
    void aChallengeOfSomebodyElseIsNone() {
        assertRefusal(answer(device.answer("AAAA")), 400, 401, "ERR401: Invalid passkey challenge.");
        assertRefusal(answer(Map.of("clientdata", "§")), 400, 401, "ERR401: Invalid passkey challenge.");
        assertRefusal(
                browser.post("/validate/check", Map.of("type", "webauthn")),
                400,
                905,
                "ERR905: You need to specify a serial or a user.");
        assertRefusal(
                answer(device.answer(WebauthnUser.challenge(invite())), "userhandle", "WANUNKNOWN"),
                404,
                601,
                "The requested token could not be found.");
    }

    @Test
    void aTokenWithoutAKeyLetsNobodyInThoughItWantsNoValue() {
        server.admin().post("/token/init", "type", "spass", "serial", "NOKEY", "user", "user4", "realm", "policed");

        assertRefusal(
                answer(device.answer(WebauthnUser.challenge(invite())), "userhandle", "NOKEY"),
                404,
                601,
                "The requested token could not be found.");
    }

    @Test
    void aTokenThatIsOutOfUseLetsNobodyIn() {
        SoftDevice other = SoftDevice.of(-7, "c1b2c4");
        assertThat(browser.enrol("user2", "WANOUT", other).status()).isEqualTo(200);
        server.admin().post("/token/disable", "serial", "WANOUT");

        Answer refused = answer(other.answer(WebauthnUser.challenge(invite())), "userhandle", "WANOUT");

        assertThat(refused.isRejected()).isTrue();
        assertThat(refused.message()).isEqualTo("Token is disabled");
    }
}
