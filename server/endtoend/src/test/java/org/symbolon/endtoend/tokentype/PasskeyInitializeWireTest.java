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

/** Log-ins that begin with {@code /validate/initialize}, of people whose devices know who they are. */
@PolicyTest
class PasskeyInitializeWireTest {

    private static final String INVITED =
            """
            {'passkey': {'challenge': '~[A-Za-z0-9_-]{43}', 'message': 'Please authenticate with your passkey!',
              'rpId': 'example.com', 'transaction_id': '~[0-9]{20}', 'user_verification': 'preferred'},
             'transaction_id': '~[0-9]{20}'}
            """;
    private static final String WRONG = "{'message': 'Authentication failed.'}";

    private PolicyServer server;
    private PasskeyUser browser;
    private SoftDevice device;

    @BeforeAll
    void start(PolicyServer lent) {
        server = lent;
        browser = new PasskeyUser(server.admin(), "policed");
        assertRefusal(
                browser.initialize(),
                403,
                303,
                "Missing policy for webauthn_relying_party_id, unable to create challenge!");
        server.policy("enrollment", PasskeyUser.DOMAIN, "");
        device = browser.enrolled("user1", "PIPKEY", "a1b2c3");
    }

    @Test
    void whoeverHasThePasskeyIsInWithoutAName() {
        Answer initialized = browser.initialize();
        assertDecision(initialized, "false", "CHALLENGE", INVITED);

        Answer accepted = browser.answer(initialized, device);

        assertDecision(
                accepted, true, "{'message': 'Found matching challenge', 'serial': 'PIPKEY', 'username': 'user1'}");
        assertThat(browser.answer(browser.initialize(), device, "user", "nobody", "realm", "none", "pass", "x")
                        .isAccepted())
                .as("whoever is named")
                .isTrue();
        assertThat(browser.answer(browser.initialize(), device, "serial", "PIPKEY")
                        .isAccepted())
                .as("with the serial")
                .isTrue();
    }

    @Test
    void aChallengeIsAnsweredOnce() {
        Answer initialized = browser.initialize();
        String gone = "Challenge with transaction_id " + PasskeyUser.transaction(initialized) + " not found.";
        Map<String, String> signed = device.answerPasskey(PasskeyUser.challenge(initialized));
        assertThat(browser.check(initialized, signed).isAccepted()).isTrue();

        assertDecision(browser.check(initialized, signed), false, WRONG);
        assertRefusal(browser.answer(initialized, device), 404, 601, gone);
    }

    @Test
    void aWrongAnswerCostsNothing() {
        Answer initialized = browser.initialize();
        SoftDevice stranger = SoftDevice.of(-7, "a1b2c3");
        stranger.counter = 1000;

        assertDecision(browser.answer(initialized, stranger), false, WRONG);
        assertThat(server.admin()
                        .get("/token/", "serial", "PIPKEY")
                        .rows("tokens")
                        .get(0))
                .containsEntry("failcount", 0);
        assertThat(browser.answer(initialized, device).isAccepted()).isTrue();
    }

    @Test
    void aChallengeOfAnotherTransactionIsNone() {
        Answer first = browser.initialize();
        Answer second = browser.initialize();

        Map<String, String> signed = device.answerPasskey(PasskeyUser.challenge(first));

        assertRefusal(
                browser.check(second, signed),
                404,
                601,
                "Challenge with transaction_id " + PasskeyUser.transaction(second) + " not found.");
    }

    @Test
    void whatIsMissingIsToldByName() {
        Answer initialized = browser.initialize();
        Map<String, String> signed = device.answerPasskey(PasskeyUser.challenge(initialized));

        for (String name : new String[] {"authenticatorData", "clientDataJSON", "signature"}) {
            Map<String, String> lacking = new HashMap<>(signed);
            lacking.remove(name);
            assertRefusal(browser.check(initialized, lacking), 400, 905, "ERR905: Missing parameter: " + name);
        }
        assertRefusal(browser.post("/validate/check", signed), 400, 905, "ERR905: Missing parameter: transaction_id");
        assertRefusal(browser.post("/validate/initialize", Map.of()), 400, 905, "ERR905: Missing parameter: type");
        assertRefusal(
                browser.post("/validate/initialize", Map.of("type", "hotp")),
                400,
                905,
                "ERR905: Unsupported token type 'hotp' for authentication initialization!");
    }

    @Test
    void aKeyThatNoTokenHasIsRefused() {
        Answer refused = browser.answer(browser.initialize(), SoftDevice.of(-7, "77"));

        assertDecision(refused, false, "{'message': 'No token found for the given credential ID or transaction ID!'}");
    }

    @Test
    void aTokenWithoutAKeyLetsNobodyInThoughItWantsNoValue() {
        server.admin().post("/token/init", "type", "spass", "serial", "NOKEY", "user", "user4", "realm", "policed");

        assertDecision(
                browser.answer(browser.initialize(), device, "serial", "NOKEY"),
                false,
                "{'message': 'No token found for the given credential ID or transaction ID!'}");
    }

    @Test
    void aTokenThatIsOutOfUseOrNobodysLetsNobodyIn() {
        SoftDevice other = browser.enrolled("user2", "PIPKOUT", "b1");
        server.admin().post("/token/disable", "serial", "PIPKOUT");
        assertDecision(browser.answer(browser.initialize(), other), false, "{'message': 'Token is disabled'}");
        server.admin().post("/token/enable", "serial", "PIPKOUT");
        assertThat(browser.answer(browser.initialize(), other).isAccepted()).isTrue();

        server.admin().post("/token/unassign", "serial", "PIPKOUT");

        assertDecision(
                browser.answer(browser.initialize(), other),
                false,
                "{'message': 'No user found for the token with the given credential ID!'}");
    }

    @Test
    void aTokenOfWebauthnIsAPasskeyToo() {
        SoftDevice key = SoftDevice.of(-7, "c1");
        assertThat(new WebauthnUser(server.admin(), "policed")
                        .enrol("user3", "WANPASS", key)
                        .status())
                .isEqualTo(200);

        assertDecision(
                browser.answer(browser.initialize(), key),
                true,
                "{'message': 'Found matching challenge', 'serial': 'WANPASS', 'username': 'user3'}");
    }
}
