package org.symbolon.endtoend.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/**
 * Registrations and log-ins with a device that Chromium imitates, which keeps to the standard whatever the server asks for. It needs
 * Chromium, and is left out where there is none.
 */
@WireTest
class AuthenticatorBrowserTest {

    private static final String REALM = "authenticators";

    @TempDir
    private static Path profile;

    private PoliciesInUse policies;
    private Browser browser;
    private ApiClient page;
    private String address;
    private VirtualAuthenticator device;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) throws InterruptedException {
        browser = Browser.startOrSkip(profile);
        Tenant tenant = Tenant.create(server, REALM, folder, 6);
        address = "http://localhost:" + server.port();
        page = tenant.admin().from(address);
        policies = new PoliciesInUse(tenant.admin(), REALM);
        policies.use(
                "enrollment",
                "webauthn_relying_party_id=localhost, webauthn_relying_party_name=Example,"
                        + " webauthn_authenticator_attestation_level=none, webauthn_resident_key=required",
                "realm",
                REALM);
    }

    @AfterAll
    void end() {
        if (browser != null) {
            browser.close();
            policies.end();
        }
    }

    @BeforeEach
    void plugIn() {
        browser.open(address + "/");
        device = VirtualAuthenticator.in(browser);
    }

    @AfterEach
    void plugOut() {
        device.remove();
    }

    private Answer post(String path, Map<String, String> fields, String... more) {
        String[] sent = fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
        return page.post(path, ApiClient.joined(sent, more));
    }

    private Answer begin(String type, String user, String... more) {
        return page.post(
                "/token/init", ApiClient.joined(new String[] {"type", type, "user", user, "realm", REALM}, more));
    }

    private void registerPasskey(String user, String serial) {
        Answer begun = begin("passkey", user, "serial", serial, "pin", "1234");
        Map<String, String> made = device.answer("makePasskey", begun.detail().get("passkey_registration"));
        Answer finished = post(
                "/token/init",
                made,
                "type",
                "passkey",
                "serial",
                serial,
                "transaction_id",
                begun.detail().get("transaction_id").toString());
        assertThat(finished.status()).as(finished.body()).isEqualTo(200);
    }

    private Answer initialize() {
        return page.post("/validate/initialize", "type", "passkey", "realm", REALM);
    }

    private Map<String, String> signed(Answer initialized) {
        return device.answer("answerPasskey", initialized.detail().get("passkey"));
    }

    private Answer answer(String path, Answer asked, Map<String, String> signed) {
        return post(
                path,
                signed,
                "transaction_id",
                asked.detail().get("transaction_id").toString());
    }

    @Test
    void aPasskeyIsRegisteredAndLogsInWithoutAName() {
        registerPasskey("user1", "PIPKBROWSER");

        Answer initialized = initialize();
        Map<String, String> signed = signed(initialized);
        Answer accepted = answer("/validate/check", initialized, signed);

        assertThat(accepted.isAccepted()).as(accepted.body()).isTrue();
        assertThat(accepted.detail()).containsEntry("username", "user1").containsEntry("serial", "PIPKBROWSER");
        assertThat(answer("/validate/check", initialized, signed).isAccepted()).isFalse();
        Answer again = initialize();
        Answer in = answer("/auth", again, signed(again));
        assertThat(in.status()).as(in.body()).isEqualTo(200);
        assertThat(((Map<?, ?>) in.value()).get("username")).isEqualTo("user1");
    }

    @Test
    void aPasskeyIsRegisteredOnceForEachDevice() {
        registerPasskey("user2", "PIPKONCE");

        assertThatThrownBy(() -> registerPasskey("user2", "PIPKTWICE")).hasMessageContaining("InvalidStateError");
    }

    @Test
    void whoMustBeVerifiedIsNotLetInUnverified() {
        registerPasskey("user3", "PIPKVERIFY");
        PoliciesInUse required = new PoliciesInUse(page, REALM + "verified");
        required.use("authentication", "webauthn_user_verification_requirement=required", "realm", REALM);
        Answer initialized = initialize();
        required.end();
        Map<String, Object> discouraged = new HashMap<>();
        ((Map<?, ?>) initialized.detail().get("passkey"))
                .forEach((name, value) -> discouraged.put((String) name, value));
        discouraged.put("user_verification", "discouraged");

        device.verify(false);
        assertThatThrownBy(() -> signed(initialized)).hasMessageContaining("NotAllowedError");
        Map<String, String> unverified = device.answer("answerPasskey", discouraged);
        assertThat(answer("/validate/check", initialized, unverified).isRejected())
                .isTrue();
        device.verify(true);
        assertThat(answer("/validate/check", initialized, signed(initialized)).isAccepted())
                .isTrue();
    }

    @Test
    void aPinBeginsALogInWithAPasskey() {
        registerPasskey("user4", "PIPKPIN");
        PoliciesInUse triggered = new PoliciesInUse(page, REALM + "triggered");
        triggered.use("authentication", "passkey_trigger_by_pin", "realm", REALM);
        Answer asked = page.post("/validate/check", "user", "user4", "realm", REALM, "pass", "1234");
        triggered.end();

        Object question = ((List<?>) asked.detail().get("multi_challenge")).get(0);

        assertThat(answer("/validate/check", asked, device.answer("answerPasskey", question))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void aTokenOfWebauthnIsRegisteredAndLogsInAsSuchAndAsAPasskey() {
        Answer begun = begin("webauthn", "user5", "serial", "WANBROWSER", "pin", "1234");
        Map<?, ?> options = (Map<?, ?>) begun.detail().get("webAuthnRegisterRequest");
        Answer finished = post(
                "/token/init",
                device.answer("makeKey", options),
                "type",
                "webauthn",
                "user",
                "user5",
                "realm",
                REALM,
                "serial",
                "WANBROWSER",
                "transaction_id",
                options.get("transaction_id").toString());
        assertThat(finished.status()).as(finished.body()).isEqualTo(200);

        Answer asked = page.post("/validate/check", "user", "user5", "realm", REALM, "pass", "1234");
        Map<?, ?> attributes = (Map<?, ?>) asked.detail().get("attributes");
        Answer accepted = post(
                "/validate/check",
                device.answer("answerKey", attributes.get("webAuthnSignRequest")),
                "user",
                "user5",
                "realm",
                REALM,
                "pass",
                "",
                "transaction_id",
                asked.detail().get("transaction_id").toString());
        assertThat(accepted.isAccepted()).as(accepted.body()).isTrue();

        Answer initialized = initialize();
        assertThat(answer("/validate/check", initialized, signed(initialized)).isAccepted())
                .isTrue();
    }
}
