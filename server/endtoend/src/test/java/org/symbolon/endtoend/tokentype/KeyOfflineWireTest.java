package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.command.tokentype.webauthn.SoftDevice;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.PolicyTest;
import org.symbolon.endtoend.harness.ShowsEffect;

/** Machines that check log-ins with keys of devices while they have no network. */
@PolicyTest
class KeyOfflineWireTest {

    private static final String LAPTOP = "privacyidea-cp/3.6.0 Windows/LAPTOP-7 more";
    private static final String ITEM =
            """
            {'refilltoken': '~[0-9a-f]{80}', 'user': '%1$s', 'username': '%1$s', 'serial': '%2$s', 'response': %3$s}
            """;
    private static final String KEY =
            "{'pubKey': '~[A-Za-z0-9_-]{60,}', 'credentialId': '%s', 'rpId': 'example.com', 'userId': '~[A-Za-z0-9_-]{86}'}";

    private PolicyServer server;
    private PasskeyUser browser;
    private PasskeyUser laptop;

    @BeforeAll
    void start(PolicyServer lent) {
        server = lent;
        browser = new PasskeyUser(server.admin(), "policed");
        laptop = new PasskeyUser(server.admin().as(LAPTOP), "policed");
        server.policy("enrollment", PasskeyUser.DOMAIN, "");
    }

    private void attach(String serial) {
        assertThat(server.admin()
                        .post("/machine/token", "serial", serial, "application", "offline")
                        .status())
                .isEqualTo(200);
    }

    private Answer refill(ApiClient client, String serial, Object refillToken) {
        return client.post(
                "/validate/offlinerefill", "serial", serial, "refilltoken", refillToken.toString(), "pass", "");
    }

    @Test
    void aPasskeyBringsItsKeyToAMachineThatSaysItsName() {
        SoftDevice device = browser.enrolled("user1", "PKOFF1", "0a01");
        assertThat(laptop.answer(laptop.initialize(), device).json()).doesNotContainKey("auth_items");
        attach("PKOFF1");

        assertThat(browser.answer(browser.initialize(), device).json()).doesNotContainKey("auth_items");
        Answer answer = laptop.answer(laptop.initialize(), device);

        assertThat(answer.isAccepted()).isTrue();
        assertJson(answer.offlineItem(), ITEM.formatted("user1", "PKOFF1", KEY.formatted(device.id())));
        Object refillToken = answer.offlineItem().get("refilltoken");
        ApiClient machine = server.admin().as(LAPTOP);
        assertRefusal(
                refill(server.admin(), "PKOFF1", refillToken),
                400,
                905,
                "ERR905: Machine can not be identified by user agent!");
        assertRefusal(
                refill(server.admin().as("other/1 Linux/elsewhere"), "PKOFF1", refillToken),
                400,
                905,
                "ERR905: Token is not an offline token or refill token is incorrect");
        Answer refilled = refill(machine, "PKOFF1", refillToken);
        assertJson(refilled.offlineItem(), "{'refilltoken': '~[0-9a-f]{80}', 'response': {}, 'serial': 'PKOFF1'}");
        assertThat(refill(machine, "PKOFF1", refillToken).status()).isEqualTo(400);
        assertThat(refill(machine, "PKOFF1", refilled.offlineItem().get("refilltoken"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void eachMachineHasARefillTokenOfItsOwn() {
        SoftDevice device = browser.enrolled("user2", "PKOFF2", "0a02");
        attach("PKOFF2");
        PasskeyUser desk = new PasskeyUser(server.admin().as("cp/1 Linux/desk"), "policed");

        Object first = laptop.answer(laptop.initialize(), device).offlineItem().get("refilltoken");
        Object second = desk.answer(desk.initialize(), device).offlineItem().get("refilltoken");

        assertThat(refill(server.admin().as(LAPTOP), "PKOFF2", first).status()).isEqualTo(200);
        assertThat(refill(server.admin().as("cp/1 Linux/desk"), "PKOFF2", second)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aWebauthnTokenBringsItsKeyToo() {
        WebauthnUser user = new WebauthnUser(server.admin().as(LAPTOP), "policed");
        SoftDevice device = SoftDevice.of(-7, "0a03");
        assertThat(user.enrol("user3", "WANOFF", device, "pin", "1234").status())
                .isEqualTo(200);
        attach("WANOFF");
        Answer asked = server.tenant().check("user3", "1234");

        Answer answer = user.answer("user", "user3", asked, device.answer(WebauthnUser.challenge(asked)));

        assertThat(answer.isAccepted()).as(answer.body()).isTrue();
        assertJson(
                answer.offlineItem(),
                ITEM.formatted(
                        "user3",
                        "WANOFF",
                        "{'pubKey': '~[A-Za-z0-9_-]{60,}', 'credentialId': '%s', 'rpId': 'example.com'}"
                                .formatted(device.id())));
    }

    @Test
    @ShowsEffect("authentication/enroll_via_multichallenge_passkey_offline")
    void aPasskeyThatALogInEnrolsIsForTheMachineAtOnceWhereAPolicyWantsThat() {
        server.admin()
                .post(
                        "/token/init",
                        "type",
                        "spass",
                        "serial",
                        "PKOFF4",
                        "user",
                        "user4",
                        "realm",
                        "policed",
                        "pin",
                        "1234");
        server.policy(
                "authentication",
                "enroll_via_multichallenge=PASSKEY, enroll_via_multichallenge_passkey_offline",
                "user4");
        Answer asked = laptop.post("/validate/check", Map.of("user", "user4", "realm", "policed", "pass", "1234"));
        String serial = asked.detail().get("serial").toString();
        SoftDevice device = SoftDevice.of(-7, "0a04");

        Answer made = laptop.check(asked, device.makePasskey(PasskeyUser.nonce(asked)), "serial", serial);

        assertThat(made.isAccepted()).as(made.body()).isTrue();
        assertJson(made.offlineItem(), ITEM.formatted("user4", serial, KEY.formatted(device.id())));
    }
}
