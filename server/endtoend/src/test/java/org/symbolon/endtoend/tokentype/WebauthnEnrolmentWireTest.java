package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.command.tokentype.webauthn.SoftDevice;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.PolicyTest;
import org.symbolon.endtoend.harness.ShowsEffect;

/** How a device becomes a token, over the wire. */
@PolicyTest
class WebauthnEnrolmentWireTest {

    private static final String DOMAIN = "webauthn_relying_party_id=example.com, webauthn_relying_party_name=Example";

    private PolicyServer server;
    private WebauthnUser browser;
    private int devices;

    @BeforeAll
    void start(PolicyServer lent) {
        server = lent;
        browser = new WebauthnUser(server.admin(), "policed");
    }

    private SoftDevice device() {
        return SoftDevice.of(-7, "a1b2c3%02x".formatted(++devices));
    }

    private Map<?, ?> listed(String serial) {
        return (Map<?, ?>) server.tenant().listed(serial);
    }

    private Object info(String serial, String name) {
        return ((Map<?, ?>) listed(serial).get("info")).get(name);
    }

    @Test
    void nothingGoesWithoutAPolicy() {
        assertRefusal(
                browser.begin("user1", "WANNONE"),
                403,
                303,
                "Missing enrollment policy for WebauthnToken: webauthn_relying_party_id");
        server.policy("enrollment", "webauthn_relying_party_id=https://x, webauthn_relying_party_name=X", "user1");
        assertRefusal(
                browser.begin("user1", "WANNONE"),
                403,
                303,
                "Illegal value for webauthn_relying_party_id (must be a domain name).");
    }

    @Test
    @ShowsEffect({"enrollment/webauthn_relying_party_id", "enrollment/webauthn_relying_party_name"})
    void aDeviceBecomesATokenInTwoSteps() {
        server.policy("enrollment", DOMAIN, "user2");
        SoftDevice device = device();

        Answer begun = browser.begin("user2", "WANTWO", "pin", "1234");
        assertValue(
                begun,
                "true",
                """
                {'serial': 'WANTWO', 'webAuthnRegisterRequest': {
                  'transaction_id': '~[0-9]{20}', 'message': 'Please confirm with your WebAuthn token',
                  'nonce': '~[A-Za-z0-9_-]{43}', 'relyingParty': {'id': 'example.com', 'name': 'Example'},
                  'serialNumber': 'WANTWO', 'name': 'user2', 'displayName': '~.*[(]user2[)]',
                  'pubKeyCredAlgorithms': [{'alg': -7, 'type': 'public-key'}, {'alg': -37, 'type': 'public-key'}],
                  'authenticatorSelection': {'userVerification': 'preferred', 'residentKey': 'preferred'},
                  'timeout': 60000, 'attestation': 'direct'}}
                """);
        assertThat(listed("WANTWO").get("rollout_state")).isEqualTo("clientwait");
        assertThat(listed("WANTWO").get("active")).isEqualTo(true);

        assertValue(
                browser.finish("user2", "WANTWO", begun, device.make(WebauthnUser.nonce(begun))),
                "true",
                "{'webAuthnRegisterResponse': {'subject': 'Generic WebAuthn Token'}}");
        assertThat(listed("WANTWO").get("rollout_state")).isEqualTo("");
        assertThat(listed("WANTWO").get("description")).isEqualTo("Generic WebAuthn Token");
        assertThat(listed("WANTWO").get("count")).isEqualTo(1);
        assertThat(info("WANTWO", "origin")).isEqualTo(WebauthnUser.PAGE);
        assertThat(info("WANTWO", "aaguid")).isEqualTo(SoftDevice.MODEL.replace("-", ""));
        assertThat(info("WANTWO", "attestation_level")).isEqualTo("untrusted");
        assertThat(info("WANTWO", "relying_party_id")).isEqualTo("example.com");
        assertThat(info("WANTWO", "resident_key")).isEqualTo("not enough info");
        assertThat(info("WANTWO", "pubKey").toString()).matches("([0-9a-f]{2})+");

        assertRefusal(
                browser.finish("user2", "WANTWO", begun, device.make(WebauthnUser.nonce(begun))),
                400,
                404,
                "ERR404: The enrollment challenge does not exist or has timed out for WANTWO");
    }

    @Test
    void aCredentialBelongsToOneTokenAsLongAsThatIsThere() {
        server.policy("enrollment", DOMAIN, "user3");
        server.policy("enrollment", DOMAIN, "user4");
        SoftDevice device = device();

        assertThat(browser.enrol("user3", "WANFIRST", device).status()).isEqualTo(200);
        assertRefusal(
                browser.enrol("user4", "WANSECOND", device), 400, 404, "ERR404: Could not enroll webauthn token!");
        server.admin().delete("/token/WANFIRST");
        assertThat(browser.enrol("user4", "WANSECOND", device).status()).isEqualTo(200);
    }

    @Test
    @ShowsEffect({
        "enrollment/webauthn_timeout",
        "enrollment/webauthn_authenticator_attachment",
        "enrollment/webauthn_authenticator_selection_list",
        "enrollment/webauthn_user_verification_requirement",
        "enrollment/webauthn_public_key_credential_algorithms",
        "enrollment/webauthn_authenticator_attestation_form",
        "enrollment/webauthn_resident_key",
        "enrollment/webauthn_challenge_text",
        "enrollment/webauthn_tokenlabel"
    })
    void policiesSayWhatABrowserIsToAskFor() {
        server.policy("enrollment", DOMAIN, "user5");
        server.policy(
                "enrollment",
                "webauthn_timeout=30, webauthn_authenticator_attachment=platform, webauthn_authenticator_selection_list="
                        + SoftDevice.MODEL
                        + ", webauthn_user_verification_requirement=required, webauthn_resident_key=required,"
                        + " webauthn_public_key_credential_algorithms=rsassa-pkcs1v1_5,"
                        + " webauthn_authenticator_attestation_form=none, webauthn_challenge_text=Touch it,"
                        + " webauthn_tokenlabel={user} at {realm}",
                "user5");

        assertValue(
                browser.begin("user5", "WANASKED"),
                "true",
                """
                {'serial': 'WANASKED', 'webAuthnRegisterRequest': {
                  'transaction_id': '~[0-9]{20}', 'message': 'Touch it',
                  'nonce': '~[A-Za-z0-9_-]{43}', 'relyingParty': {'id': 'example.com', 'name': 'Example'},
                  'serialNumber': 'WANASKED', 'name': 'user5', 'displayName': 'user5 at policed',
                  'pubKeyCredAlgorithms': [{'alg': -257, 'type': 'public-key'}],
                  'authenticatorSelection': {
                    'userVerification': 'required', 'residentKey': 'required', 'authenticatorAttachment': 'platform'},
                  'authenticatorSelectionList': ['cb69481e-8ff7-4039-93ec-0a2729a154a8'],
                  'timeout': 30000, 'attestation': 'none'}}
                """);
    }

    @Test
    @ShowsEffect({"enrollment/webauthn_avoid_double_registration", "authentication/webauthn_allowed_transports"})
    void devicesThatSomebodyHasAreLeftOutWherePoliciesSayHow() {
        server.policy("enrollment", DOMAIN + ", webauthn_avoid_double_registration", "user6");
        server.policy("authentication", "webauthn_allowed_transports=usb nfc", "user6");
        SoftDevice device = device();
        assertThat(WebauthnUser.registration(browser.begin("user6", "WANDOUBLE"))
                        .get("excludeCredentials"))
                .isNull();
        assertThat(browser.enrol("user6", "WANDOUBLE", device).status()).isEqualTo(200);

        assertThat(WebauthnUser.registration(browser.begin("user6", "WANANOTHER"))
                        .get("excludeCredentials")
                        .toString())
                .isEqualTo("[{id=" + device.id() + ", transports=[usb, nfc], type=public-key}]");
    }

    @Test
    @ShowsEffect({
        "enrollment/webauthn_req",
        "enrollment/webauthn_authenticator_attestation_level",
        "enrollment/webauthn_authenticator_selection_list"
    })
    void policiesSayWhichDevicesMayBeEnrolled() {
        String refused = "The WebAuthn token is not allowed to be registered due to a policy restriction.";
        server.policy("enrollment", DOMAIN, "user7");
        Answer begun = browser.begin("user7", "WANPROOF");
        assertRefusal(
                browser.finish("user7", "WANPROOF", begun, device().makeUnproven(WebauthnUser.nonce(begun))),
                400,
                404,
                "ERR404: Could not enroll webauthn token!");
        server.policy("enrollment", "webauthn_authenticator_attestation_level=none", "user7");
        assertThat(browser.finish("user7", "WANPROOF", begun, device().makeUnproven(WebauthnUser.nonce(begun)))
                        .status())
                .isEqualTo(200);

        server.policy("enrollment", DOMAIN + ", webauthn_req=subject/.*Yubico.*/", "user8");
        assertRefusal(browser.enrol("user8", "WANREQ", device()), 403, 303, refused);
        server.policy(
                "enrollment",
                DOMAIN + ", webauthn_authenticator_selection_list=00000000-0000-0000-0000-000000000001",
                "user9");
        assertRefusal(browser.enrol("user9", "WANMODEL", device()), 403, 303, refused);
    }

    @Test
    void usersEnrolForThemselves() {
        server.policy("enrollment", DOMAIN, "user10");
        WebauthnUser own = new WebauthnUser(server.user("user10"), "policed");

        assertThat(own.enrol("user10", "WANOWN", device()).status()).isEqualTo(200);
        assertThat(listed("WANOWN").get("username")).isEqualTo("user10");
    }
}
