package org.symbolon.endtoend.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;
import tools.jackson.databind.json.JsonMapper;

/** How the programs that have log-ins checked talk, recorded from each of them, and what each needs of the answer. */
@WireTest
class LoginClientsTest {

    private static final String REALM = "loginclients";

    private final Device device = Device.random(new SplittableRandom());
    private Tenant tenant;
    private PoliciesInUse policies;
    private int port;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        port = server.port();
        tenant = Tenant.create(server, REALM, folder, 10);
        policies = new PoliciesInUse(tenant.admin(), "loginclients");
    }

    @AfterEach
    void endPolicies() {
        policies.end();
    }

    private Program program(String userAgent) {
        return new Program(port, "User-Agent", userAgent);
    }

    /** As JSON, so that its PIN is what stands here. */
    private void token(String serial, String user, String pin) {
        byte[] wanted = JsonMapper.shared()
                .writeValueAsBytes(
                        Map.of("serial", serial, "user", user, "realm", REALM, "otpkey", device.seed(), "pin", pin));
        assertThat(tenant.admin()
                        .post("/token/init", "application/json", wanted)
                        .status())
                .isEqualTo(200);
    }

    private void asks(String user) {
        policies.use("authentication", "challenge_response=hotp", "realm", REALM, "user", user);
    }

    /** A blank is %2520 then, and a per cent sign %2525. State is the transaction. */
    @Test
    void thePerlPlugInsOfFreeRadiusEncodeTwice() {
        token("PERL", "user1", "a b+c%25");
        asks("user1");
        Program perl = program("libwww-perl/6.78").with("RADIUS-NAS-Identifier", "vpn");
        String pin = "a%2520b%252Bc%252525";
        String user = "&user=user1&realm=" + REALM + "&client=10.1.2.3";

        Answer asked = perl.form("/validate/check", "pass=" + pin + user);
        assertThat(asked.result()).containsEntry("value", false).containsEntry("authentication", "CHALLENGE");
        assertThat(asked.message()).isEqualTo("please enter otp: ");
        assertThat(perl.form(
                                "/validate/check",
                                "pass=" + device.otp(0) + "&state="
                                        + asked.detail().get("transaction_id") + user)
                        .isAccepted())
                .isTrue();
        assertThat(perl.form("/validate/check", "pass=x&user=nobody&realm=" + REALM)
                        .errorMessage())
                .startsWith("ERR904: User <nobody@");
    }

    @Test
    void thePythonModuleOfFreeRadiusSendsJson() {
        token("PYTHON", "user2", "a+b%41");
        Program python = program("python-requests/2.32");

        Answer answer = python.json(
                "/validate/check",
                "{'user': 'user2', 'realm': '" + REALM + "', 'pass': 'a+b%41" + device.otp(0) + "'}");
        assertThat(answer.value()).isEqualTo(true);
        assertThat(answer.message()).isEqualTo("matching 1 tokens");
    }

    /** It takes anything but a JSON boolean in result.value for an error of its own. */
    @Test
    void thePamModuleReadsBooleans() {
        token("PAM", "user3", "pin");
        Program pam = program("PAM");

        assertThat(pam.form("/validate/check", "user=user3&realm=" + REALM + "&pass=pin" + device.otp(0))
                        .value())
                .isEqualTo(true);
        assertThat(pam.form("/validate/check", "user=user3&realm=" + REALM + "&pass=pin")
                        .value())
                .isEqualTo(false);
        assertThat(pam.get("/validate/polltransaction?transaction_id=00000000000000000000")
                        .value())
                .isEqualTo(false);
    }

    /** Its form is encoded twice, so that a blank goes out as %2B: what it made of a blank was a plus sign. */
    @Test
    void theJavaClientsOfKeycloakSendABlankAsAPlusSign() {
        token("KEYCLOAK", "user4", "a b+c%25ü");
        Program keycloak = program("privacyIDEA-Keycloak/1.5.1 Keycloak/26.5");
        String pin = "a%2Bb%252Bc%252525%25C3%25BC";

        Answer answer = keycloak.form("/validate/check", "user=user4&realm=" + REALM + "&pass=" + pin + device.otp(0));
        assertThat(answer.isAccepted()).as(answer.body()).isTrue();
        assertThat(answer.json().get("time")).isInstanceOf(Number.class);
        assertThat(keycloak.form("/validate/check", "user=nobody&realm=" + REALM + "&pass=x")
                        .errorCode())
                .isEqualTo(904);
        assertThat(program("eduMFA-Keycloak")
                        .form("/validate/check", "user=user4&realm=" + REALM + "&pass=" + pin + device.otp(1))
                        .isAccepted())
                .isTrue();
        assertThat(program("Other/1.0")
                        .form("/validate/check", "user=user4&realm=" + REALM + "&pass=" + pin + device.otp(2))
                        .isAccepted())
                .isFalse();
    }

    /** A log-in has success for them where it says ACCEPT and lists no challenges, and those of WebAuthn are not in their list. */
    @Test
    void theJavaClientsOfKeycloakAskWithTheLogInOfAServiceAndWaitWhereTheyAreAskedSomething() {
        token("TRIGGER", "user5", "pin");
        Program keycloak = program("privacyIDEA-Keycloak/1.5.1");

        Answer loggedIn = keycloak.form(
                "/auth", "username=" + InProcessServer.ADMIN + "&password=" + InProcessServer.ADMIN_PASSWORD);
        String jwt = (String) loggedIn.valueMap().get("token");
        byte[] claims = Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]);
        assertThat(JsonMapper.shared()
                        .readTree(new String(claims, StandardCharsets.UTF_8))
                        .get("exp")
                        .isIntegralNumber())
                .isTrue();

        Program service = keycloak.with("Authorization", jwt);
        Answer asked = service.form("/validate/triggerchallenge", "user=user5&realm=" + REALM);
        assertThat(asked.result()).containsEntry("value", 1).containsEntry("authentication", "CHALLENGE");
        Answer answered = keycloak.form(
                "/validate/check",
                "user=user5&realm=" + REALM + "&pass=" + device.otp(0) + "&transaction_id="
                        + asked.detail().get("transaction_id"));
        assertThat(answered.isAccepted()).isTrue();
    }

    /** One that answered with a page of HTML broke the log-in page that offered passkeys. */
    @Test
    void theJavaClientsAreToldThatNoDomainHasPasskeysToBeginWith() {
        Answer answer = program("privacyIDEA-Keycloak/1.5.1").form("/validate/initialize", "type=passkey");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.contentType()).isEqualTo("application/json");
        assertThat(answer.errorCode()).isEqualTo(303);
    }

    @Test
    void thePhpClientSendsMultipartForms() {
        token("PHP", "user6", "a b%25");
        Program php = program("simpleSAMLphp");

        Answer loggedIn =
                php.multipart("/auth", "username", InProcessServer.ADMIN, "password", InProcessServer.ADMIN_PASSWORD);
        assertThat(loggedIn.valueMap()).containsEntry("role", "admin");
        assertThat(php.multipart("/validate/check", "user", "user6", "realm", REALM, "pass", "a b%25" + device.otp(0))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void theGoClientSaysEverythingInTheQueryOfAPost() {
        token("GO", "user7", "pin");
        Program go = program("Go-http-client/1.1");

        assertThat(go.post("/validate/check?user=user7&realm=" + REALM + "&pass=pin" + device.otp(0))
                        .isAccepted())
                .isTrue();
        assertThat(go.get("/token?user=user7").status()).isEqualTo(308);
        assertThat(go.get("/user?username=user7").status()).isEqualTo(308);
    }

    @Test
    void theDjangoBackendReadsAttributes() {
        token("DJANGO", "user8", "pin");

        Answer answer = program("python-requests/2.32")
                .form("/validate/samlcheck", "user=user8&realm=" + REALM + "&pass=pin" + device.otp(0));
        assertThat(answer.valueMap()).containsEntry("auth", true);
        assertThat((Map<?, ?>) answer.valueMap().get("attributes"))
                .extracting("username", "email")
                .containsExactly("user8", "user8@example.org");
    }
}
