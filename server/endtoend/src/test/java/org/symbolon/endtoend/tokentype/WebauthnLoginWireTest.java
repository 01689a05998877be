package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.command.tokentype.webauthn.SoftDevice;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.PolicyTest;
import org.symbolon.endtoend.harness.ShowsEffect;

/** How somebody logs in with a device, over the wire. */
@PolicyTest
class WebauthnLoginWireTest {

    private static final String ASKED =
            """
            {'message': '<text>', 'messages': ['<text>'], 'client_mode': 'webauthn',
             'preferred_client_mode': 'webauthn', 'image': '', 'serial': '<serial>', 'type': 'webauthn',
             'attributes': <attributes>, 'transaction_id': '~[0-9]{20}', 'transaction_ids': ['~[0-9]{20}'],
             'multi_challenge': [{'client_mode': 'webauthn', 'image': '', 'message': '<text>', 'serial': '<serial>',
               'type': 'webauthn', 'transaction_id': '~[0-9]{20}', 'attributes': <attributes>}]}
            """;

    private PolicyServer server;
    private WebauthnUser browser;
    private int devices;

    @BeforeAll
    void start(PolicyServer lent) {
        server = lent;
        browser = new WebauthnUser(server.admin(), "policed");
        server.policy("enrollment", "webauthn_relying_party_id=example.com, webauthn_relying_party_name=Example", "");
    }

    /** A device that is enrolled for the user, with a PIN. */
    private SoftDevice enrolled(String user, String serial) {
        SoftDevice device = SoftDevice.of(-7, "b1b2c3%02x".formatted(++devices));
        assertThat(browser.enrol(user, serial, device, "pin", "1234").status()).isEqualTo(200);
        return device;
    }

    private Answer byPin(String user) {
        return server.tenant().check(user, "1234");
    }

    private static String asked(String serial, String text, String device, String request) {
        String attributes =
                """
                {'hideResponseInput': true, 'img': '', 'webAuthnSignRequest': {'challenge': '~[A-Za-z0-9_-]{43}',
                  'rpId': 'example.com', <request>,
                  'allowCredentials': [{'id': '<device>', 'type': 'public-key', 'transports': <transports>}]}}
                """;
        return ASKED.replace("<attributes>", attributes)
                .replace("<request>", request)
                .replace("<device>", device)
                .replace("<serial>", serial)
                .replace("<text>", text);
    }

    private static String challengeFor(String serial, SoftDevice device) {
        return asked(
                        serial,
                        "Please confirm with your WebAuthn token (Generic WebAuthn Token)",
                        device.id(),
                        "'timeout': 60000, 'userVerification': 'preferred'")
                .replace("<transports>", "['usb', 'ble', 'nfc', 'internal', 'hybrid']");
    }

    @Test
    void thePinBeginsAChallengeThatTheDeviceAnswersOnce() {
        SoftDevice device = enrolled("user1", "WANPIN");

        Answer asked = byPin("user1");
        assertDecision(asked, "false", "CHALLENGE", challengeFor("WANPIN", device));

        Map<String, String> signed = device.answer(WebauthnUser.challenge(asked));
        assertDecision(
                browser.answer("user", "user1", asked, signed),
                true,
                "{'message': 'Found matching challenge', 'serial': 'WANPIN'}");
        assertThat(((Map<?, ?>) server.tenant().listed("WANPIN")).get("count")).isEqualTo(2);
        assertDecision(browser.answer("user", "user1", asked, signed), false, "{'message': 'wrong otp pin'}");
        assertDecision(
                browser.answer("user", "user1", byPin("user1"), signed),
                false,
                "{'message': 'Response did not match the challenge.', 'serial': 'WANPIN', 'type': 'webauthn'}");
    }

    @Test
    void aProgramBeginsAChallengeToo() {
        SoftDevice device = enrolled("user2", "WANTRIGGER");

        Answer asked = browser.post("/validate/triggerchallenge", Map.of("user", "user2", "realm", "policed"));
        assertDecision(asked, "1", "CHALLENGE", challengeFor("WANTRIGGER", device));
        assertThat(browser.answer("user", "user2", asked, device.answer(WebauthnUser.challenge(asked)))
                        .isAccepted())
                .isTrue();
        Answer bySerial =
                browser.post("/validate/triggerchallenge", Map.of("serial", "WANTRIGGER", "type", "webauthn"));
        assertThat(browser.answer("serial", "WANTRIGGER", bySerial, device.answer(WebauthnUser.challenge(bySerial)))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void allTokensOfATransactionShareOneChallenge() {
        SoftDevice first = enrolled("user3", "WANSHARE1");
        SoftDevice second = enrolled("user3", "WANSHARE2");

        Answer asked = byPin("user3");
        List<?> challenges = (List<?>) asked.detail().get("multi_challenge");
        assertThat(challenges).hasSize(2);
        assertThat(challenges.toString().split("challenge=" + WebauthnUser.challenge(asked), -1))
                .hasSize(3);
        Map<String, String> stranger = new HashMap<>(first.answer(WebauthnUser.challenge(asked)));
        stranger.put("credentialid", second.id());
        assertDecision(
                browser.answer("user", "user3", asked, stranger),
                false,
                "{'message': 'Response did not match for 2 tokens.'}");
        assertThat(browser.answer("user", "user3", asked, second.answer(WebauthnUser.challenge(asked)))
                        .detail()
                        .get("serial"))
                .isEqualTo("WANSHARE2");
    }

    @Test
    void whatIsWrongCountsAsAFailure() {
        SoftDevice device = enrolled("user4", "WANWRONG");
        Answer asked = byPin("user4");
        Map<String, String> signed = device.answer(WebauthnUser.challenge(asked));

        for (Map.Entry<String, String> wrong : Map.of(
                        "userhandle", "WANOTHER", "signaturedata", "AAAA", "clientdata", "e30", "credentialid", "AAAA")
                .entrySet()) {
            Map<String, String> changed = new HashMap<>(signed);
            changed.put(wrong.getKey(), wrong.getValue());
            assertThat(browser.answer("user", "user4", asked, changed).isRejected())
                    .as(wrong.getKey())
                    .isTrue();
        }
        assertThat(browser.answer("user", "user4", asked, Map.of()).isRejected())
                .isTrue();
        assertThat(((Map<?, ?>) server.tenant().listed("WANWRONG")).get("failcount"))
                .isEqualTo(5);
        assertThat(browser.answer("user", "user4", asked, signed).isAccepted()).isTrue();
    }

    @Test
    void anotherPageIsNotBelieved() {
        SoftDevice device = enrolled("user5", "WANPAGE");
        Answer asked = byPin("user5");
        device.origin = "https://login.example.com.evil.example";

        assertThat(browser.answer("user", "user5", asked, device.answer(WebauthnUser.challenge(asked)))
                        .isRejected())
                .isTrue();
    }

    @Test
    @ShowsEffect({
        "authentication/webauthn_allowed_transports",
        "authentication/webauthn_timeout",
        "authentication/webauthn_user_verification_requirement",
        "authentication/webauthn_challenge_text"
    })
    void policiesSayHowADeviceIsAsked() {
        SoftDevice device = enrolled("user6", "WANPOLICY");
        server.policy(
                "authentication",
                "webauthn_allowed_transports=usb nfc, webauthn_timeout=90,"
                        + " webauthn_user_verification_requirement=required, webauthn_challenge_text=Touch {0!s}",
                "user6");

        Answer asked = byPin("user6");
        assertDecision(
                asked,
                "false",
                "CHALLENGE",
                asked(
                                "WANPOLICY",
                                "Touch Generic WebAuthn Token",
                                device.id(),
                                "'timeout': 90000, 'userVerification': 'required'")
                        .replace("<transports>", "['usb', 'nfc']"));
        assertThat(browser.answer("user", "user6", asked, device.answer(WebauthnUser.challenge(asked)))
                        .isRejected())
                .isTrue();
        device.verifying();
        assertThat(browser.answer("user", "user6", asked, device.answer(WebauthnUser.challenge(asked)))
                        .isAccepted())
                .isTrue();
    }

    @Test
    @ShowsEffect({"authorization/webauthn_req", "authorization/webauthn_authenticator_selection_list"})
    void policiesSayWhichDevicesMayLogIn() {
        String refused = "The WebAuthn token is not allowed to authenticate due to a policy restriction.";
        SoftDevice byCertificate = enrolled("user7", "WANREQ");
        server.policy("authorization", "webauthn_req=subject/.*Yubico.*/", "user7");
        Answer asked = byPin("user7");
        assertRefusal(
                browser.answer("user", "user7", asked, byCertificate.answer(WebauthnUser.challenge(asked))),
                403,
                303,
                refused);

        SoftDevice byModel = enrolled("user8", "WANMODEL");
        server.policy(
                "authorization", "webauthn_authenticator_selection_list=00000000-0000-0000-0000-000000000001", "user8");
        Answer other = byPin("user8");
        assertRefusal(
                browser.answer("user", "user8", other, byModel.answer(WebauthnUser.challenge(other))),
                403,
                303,
                refused);
    }

    @Test
    void aTokenThatIsNotFinishedIsNotAsked() {
        browser.begin("user9", "WANWAIT", "pin", "1234");

        assertDecision(
                byPin("user9"),
                false,
                """
                {'message': 'Token is not yet enrolled', 'messages': ['Token is not yet enrolled'],
                 'multi_challenge': [], 'transaction_ids': []}
                """);
    }

    @Test
    @ShowsEffect("authentication/client_mode_per_user")
    void theWayThatAUserHasTakenLastIsPreferredByTheSameProgram() {
        SoftDevice device = enrolled("user29", "WANLAST");
        Device values = new Device("3132333435363738393031323334353637383930");
        server.tenant()
                .enrol(
                        "OATHLAST",
                        "user29",
                        "type",
                        "hotp",
                        "otpkey",
                        "3132333435363738393031323334353637383930",
                        "pin",
                        "1234");
        server.policy("authentication", "challenge_response=hotp, client_mode_per_user", "user29");
        assertThat(preferred("unknown/1")).isEqualTo("interactive");

        Answer asked = byPin("user29");
        assertThat(browser.post(
                                "/validate/check",
                                device.answer(challengeOf(asked, "WANLAST")),
                                "user",
                                "user29",
                                "realm",
                                "policed",
                                "pass",
                                "",
                                "transaction_id",
                                asked.detail().get("transaction_id").toString())
                        .isAccepted())
                .isTrue();
        for (int value = 0; value < 3; value++) {
            assertThat(by("privacyidea-cp/3.1", "1234" + values.otp(value)).isAccepted())
                    .isTrue();
        }

        assertThat(preferred("privacyidea-cp/3.2 more")).isEqualTo("interactive");
        assertThat(preferred("unknown/1")).isEqualTo("interactive");
        assertThat(preferred("Java-http-client")).isEqualTo("webauthn");
        assertThat(written("user29")).hasSize(2);
        assertThat(server.admin()
                        .get("/user/attribute", "user", "user29", "realm", "policed")
                        .value())
                .isEqualTo(Map.of());
    }

    private Answer by(String program, String pass) {
        return server.admin().as(program).post("/validate/check", "user", "user29", "realm", "policed", "pass", pass);
    }

    private Object preferred(String program) {
        return by(program, "1234").detail().get("preferred_client_mode");
    }

    private static String challengeOf(Answer asked, String serial) {
        return ((List<?>) asked.detail().get("multi_challenge"))
                .stream()
                        .map(item -> (Map<?, ?>) item)
                        .filter(item -> item.get("serial").equals(serial))
                        .map(item -> (Map<?, ?>) ((Map<?, ?>) item.get("attributes")).get("webAuthnSignRequest"))
                        .map(request -> request.get("challenge").toString())
                        .findFirst()
                        .orElseThrow();
    }

    private List<Map<String, Object>> written(String user) {
        return server.admin().get("/history/user/" + user, "realm", "policed").rows("history");
    }
}
