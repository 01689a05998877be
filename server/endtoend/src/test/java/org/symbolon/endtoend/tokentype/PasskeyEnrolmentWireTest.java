package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.command.tokentype.webauthn.SoftDevice;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.PolicyTest;
import org.symbolon.endtoend.harness.ShowsEffect;

/** Enrolments of passkeys. */
@PolicyTest
class PasskeyEnrolmentWireTest {

    private PolicyServer server;
    private PasskeyUser browser;

    @BeforeAll
    void start(PolicyServer lent) {
        server = lent;
        browser = new PasskeyUser(server.admin(), "policed");
        assertRefusal(
                browser.begin("user1", "PIPK0"),
                403,
                303,
                "Missing enrollment policy for WebauthnToken: webauthn_relying_party_id");
        server.policy("enrollment", PasskeyUser.DOMAIN, "");
    }

    private Map<String, Object> token(String serial) {
        return server.admin().get("/token/", "serial", serial).rows("tokens").get(0);
    }

    private Map<?, ?> info(String serial) {
        return (Map<?, ?>) token(serial).get("info");
    }

    @Test
    void aBrowserIsToldWhatItsDeviceMustMake() {
        Answer begun = browser.begin("user1", "PIPK1", "pin", "1234", "description", "My telephone");

        Map<?, ?> options = PasskeyUser.registration(begun);
        assertThat(begun.detail().keySet())
                .isEqualTo(Set.of("serial", "rollout_state", "transaction_id", "passkey_registration", "threadid"));
        assertThat(begun.detail().get("rollout_state")).isEqualTo("clientwait");
        assertThat(options.get("rp")).isEqualTo(Map.of("id", "example.com", "name", "Example"));
        assertThat(options.get("challenge").toString()).matches("[A-Za-z0-9_-]{43}");
        assertThat(((Map<?, ?>) options.get("user")).get("id").toString()).matches("[A-Za-z0-9_-]{86}");
        assertThat(((Map<?, ?>) options.get("user")).get("name")).isEqualTo("user1");
        assertThat(options.get("pubKeyCredParams"))
                .isEqualTo(List.of(
                        Map.of("type", "public-key", "alg", -7),
                        Map.of("type", "public-key", "alg", -37),
                        Map.of("type", "public-key", "alg", -257)));
        assertThat(options.get("timeout")).isEqualTo(12000);
        assertThat(options.get("excludeCredentials")).isEqualTo(List.of());
        assertThat(options.get("authenticatorSelection"))
                .isEqualTo(
                        Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "preferred"));
        assertThat(options.get("attestation")).isEqualTo("none");
        assertThat(token("PIPK1")).containsEntry("active", false).containsEntry("rollout_state", "clientwait");

        Answer finished =
                browser.finish("PIPK1", begun, SoftDevice.of(-7, "01").makeUnprovenPasskey(PasskeyUser.nonce(begun)));

        assertThat(finished.status()).as(finished.body()).isEqualTo(200);
        assertThat(finished.json().get("detail")).isNull();
        assertThat(token("PIPK1"))
                .containsEntry("active", true)
                .containsEntry("rollout_state", "enrolled")
                .containsEntry("description", "My telephone");
        assertThat(info("PIPK1").toString())
                .contains("aaguid=" + SoftDevice.MODEL, "sign_count=1", "device_type=single_device")
                .contains("backed_up=False", "relying_party_id=example.com", "relying_party_name=Example")
                .contains("credential_id_hash=4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a");
        assertThat(info("PIPK1").get("public_key").toString()).matches("[A-Za-z0-9_-]{100,}");
    }

    @Test
    void aUserIsOneToAllHisDevicesAndNoneMakesASecondKey() {
        SoftDevice first = browser.enrolled("user2", "PIPK2A", "02");
        server.admin().post("/token/disable", "serial", "PIPK2A");
        SoftDevice other = SoftDevice.of(-7, "0202");
        assertThat(new WebauthnUser(server.admin(), "policed")
                        .enrol("user2", "WANB2", other)
                        .status())
                .isEqualTo(200);
        Answer third = browser.begin("user2", "PIPK2B");

        Map<?, ?> options = PasskeyUser.registration(third);
        assertThat((List<?>) options.get("excludeCredentials"))
                .isEqualTo(List.of(
                        Map.of("type", "public-key", "id", first.id()),
                        Map.of("type", "public-key", "id", other.id())));
        assertThat(((Map<?, ?>) options.get("user")).get("id"))
                .isEqualTo(info("PIPK2A").get("fido2_user_id"));
        assertThat(((Map<?, ?>) PasskeyUser.registration(browser.begin("user3", "PIPK3"))
                                .get("user"))
                        .get("id"))
                .isNotEqualTo(info("PIPK2A").get("fido2_user_id"));
    }

    @Test
    void aKeyIsOneTokenOfWhicheverType() {
        browser.enrolled("user4", "PIPK4A", "04");
        SoftDevice same = SoftDevice.of(-7, "04");
        Answer begun = browser.begin("user5", "PIPK4B");

        assertRefusal(
                browser.finish("PIPK4B", begun, same.makePasskey(PasskeyUser.nonce(begun))),
                400,
                404,
                "ERR404: Invalid registration response: The key is another token's already.");
        assertThat(new WebauthnUser(server.admin(), "policed")
                        .enrol("user5", "WAN4", same)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatDoesNotFitIsRefusedAndCanBeAnsweredAgain() {
        Answer begun = browser.begin("user6", "PIPK6");
        SoftDevice device = SoftDevice.of(-7, "06");
        Map<String, String> made = device.makePasskey(PasskeyUser.nonce(begun));
        String invalid = "ERR404: Invalid registration response: The device has not made this key for this challenge"
                + " and this page.";

        assertRefusal(browser.finish("PIPK6", begun, device.makePasskey("A".repeat(43))), 400, 404, invalid);
        Map<String, String> renamed = new HashMap<>(made);
        renamed.put("credential_id", "AAAA");
        assertRefusal(browser.finish("PIPK6", begun, renamed), 400, 404, invalid);
        for (String name : List.of("credential_id", "rawId", "authenticatorAttachment", "clientDataJSON")) {
            Map<String, String> lacking = new HashMap<>(made);
            lacking.remove(name);
            assertRefusal(browser.finish("PIPK6", begun, lacking), 400, 905, "ERR905: Missing parameter: " + name);
        }
        assertThat(browser.finish("PIPK6", begun, made).status()).isEqualTo(200);
        assertRefusal(
                browser.finish("PIPK6", begun, made),
                400,
                404,
                "ERR404: The enrollment challenge does not exist or has timed out for PIPK6");
    }

    @Test
    void nobodysPasskeyIsNone() {
        assertRefusal(
                browser.post("/token/init", Map.of("type", "passkey", "serial", "PIPK7")),
                400,
                9051,
                "ERR9051: User must be provided for passkey enrollment!");
        assertThat(server.admin().get("/token/", "serial", "PIPK7").rows("tokens"))
                .isEmpty();
    }

    @Test
    @ShowsEffect({
        "enrollment/passkey_user_label",
        "enrollment/passkey_attestation_conveyance_preference",
        "enrollment/webauthn_public_key_credential_algorithms",
        "enrollment/webauthn_user_verification_requirement"
    })
    void policiesSayWhatADeviceIsAskedFor() {
        String policy = server.policy(
                "enrollment",
                "passkey_user_label={user} in {realm} as {serial}{nothing}, webauthn_public_key_credential_algorithms=ecdsa,"
                        + " passkey_attestation_conveyance_preference=direct,"
                        + " webauthn_user_verification_requirement=required",
                "");

        Map<?, ?> options = PasskeyUser.registration(browser.begin("user8", "PIPK8"));

        server.admin().delete("/policy/" + policy);
        assertThat(((Map<?, ?>) options.get("user")).get("displayName")).isEqualTo("user8 in policed as PIPK8");
        assertThat(options.get("pubKeyCredParams")).isEqualTo(List.of(Map.of("type", "public-key", "alg", -7)));
        assertThat(options.get("attestation")).isEqualTo("direct");
        assertThat(((Map<?, ?>) options.get("authenticatorSelection")).get("userVerification"))
                .isEqualTo("required");
    }
}
