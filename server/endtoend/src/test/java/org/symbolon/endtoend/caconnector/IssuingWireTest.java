package org.symbolon.endtoend.caconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.command.tokentype.certificate.SoftAuthority;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.ShowsEffect;

/** Certificates that an authority issues for tokens, from the request to the revocation, over the wire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuingWireTest {

    private static final String PIN = "Pin-of-alice-1";

    private final KeyPair keys = SoftAuthority.keys();
    private PolicyServer server;
    private ApiClient admin;
    private TestAuthority authority;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        server = PolicyServer.start(folder, 9, "--symbolon.ca-directories=" + folder);
        admin = server.admin();
        authority = TestAuthority.defined(admin, folder, "mine", "local");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private String request(String subject) {
        return SoftAuthority.request(subject, keys, keys);
    }

    private Answer enrol(ApiClient client, String serial, String... parameters) {
        return client.post(
                "/token/init", ApiClient.joined(new String[] {"type", "certificate", "serial", serial}, parameters));
    }

    private Map<?, ?> info(String serial) {
        return (Map<?, ?>) ((Map<?, ?>) server.tenant().listed(serial)).get("info");
    }

    @Test
    void aRequestIsSignedAndTheTokenSaysUntilWhen() throws Exception {
        Answer answer = enrol(admin, "CRTSIGN", "ca", "mine", "request", request("host.example.org"));

        assertThat(answer.detail().get("rollout_state")).isEqualTo("");
        X509Certificate certificate = TestAuthority.certificate(answer.detail().get("certificate"));
        assertThat(authority.hasIssued(certificate)).isTrue();
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=host.example.org");
        assertThat(info("CRTSIGN").get("CA")).isEqualTo("mine");
        assertThat(info("CRTSIGN").get("certificate_serial"))
                .isEqualTo(certificate.getSerialNumber().toString(16));
        assertThat(info("CRTSIGN").get("certificate_valid_until").toString())
                .startsWith(certificate.getNotAfter().toInstant().toString().substring(0, 16));
    }

    @Test
    void aRevokedTokenIsInTheListWithItsReason() throws Exception {
        Answer answer = enrol(admin, "CRTREVOKED", "ca", "mine", "request", request("gone"));
        X509Certificate certificate = TestAuthority.certificate(answer.detail().get("certificate"));

        assertRefusal(
                admin.post("/token/revoke", "serial", "CRTREVOKED", "reason", "boredom"),
                400,
                905,
                "ERR905: Parameter 'reason' is none of those that there are");
        assertValue(admin.post("/token/revoke", "serial", "CRTREVOKED", "reason", "keyCompromise"), "1");

        assertThat(authority.list().getRevokedCertificate(certificate).getRevocationReason())
                .isEqualTo(CRLReason.KEY_COMPROMISE);
        assertThat(info("CRTREVOKED").get("revocation_reason")).isEqualTo("keyCompromise");
        admin.delete("/token/CRTREVOKED");
        Answer other = enrol(admin, "CRTREVOKED2", "ca", "mine", "request", request("gone too"));
        admin.post("/token/revoke", "serial", "CRTREVOKED2");
        assertThat(authority.list().isRevoked(certificate)).isTrue();
        assertThat(authority
                        .list()
                        .isRevoked(TestAuthority.certificate(other.detail().get("certificate"))))
                .isTrue();
    }

    private static KeyStore keyStore(Object pkcs12, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        byte[] file = Base64.getDecoder().decode(pkcs12.toString());
        store.load(new ByteArrayInputStream(file), password.toCharArray());
        return store;
    }

    @Test
    void aKeyThatTheServerMakesComesUnderThePinAndIsShownOfTheTokenAlone() throws Exception {
        Answer answer =
                enrol(admin, "CRTKEY", "ca", "mine", "genkey", "1", "user", "user1", "realm", "policed", "pin", PIN);

        KeyStore store = keyStore(answer.detail().get("pkcs12"), PIN);
        X509Certificate certificate =
                (X509Certificate) store.getCertificate(store.aliases().nextElement());
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=user1");
        assertThat(answer.detail().get("privatekey").toString()).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        Map<?, ?> alone = info("CRTKEY");
        assertThat(alone.get("pkcs12")).isEqualTo(answer.detail().get("pkcs12"));
        assertThat(alone.containsKey("privatekey")).isFalse();
        Map<?, ?> listed = (Map<?, ?>) ((Map<?, ?>) ((List<?>) admin.get("/token/", "serial", "CRTKE*")
                                .valueMap()
                                .get("tokens"))
                        .get(0))
                .get("info");
        assertThat(listed.get("pkcs12")).isEqualTo("__CENSORED__");
        assertThat(admin.get("/token/").body())
                .doesNotContain(alone.get("pkcs12").toString());
    }

    @Test
    void aKeyWithoutAPinIsShownOnceAndNotKept() throws Exception {
        Answer answer = enrol(admin, "CRTOPEN", "ca", "mine", "genkey", "1", "user", "user1", "realm", "policed");

        KeyStore store = keyStore(answer.detail().get("pkcs12"), "");
        assertThat(store.isKeyEntry(store.aliases().nextElement())).isTrue();
        assertThat(answer.detail().get("privatekey").toString()).startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(info("CRTOPEN").containsKey("pkcs12")).isFalse();
        assertRefusal(
                enrol(admin, "CRTNOBODY", "ca", "mine", "genkey", "1"), 400, 905, "ERR905: Missing parameter: 'user'");
    }

    @Test
    @ShowsEffect("enrollment/otp_pin_random")
    void thePinThatAPolicyMakesUpIsThatOfTheKey() throws Exception {
        server.policy("enrollment", "otp_pin_random=12", "user8");
        Answer answer =
                enrol(admin, "CRTRANDOM", "ca", "mine", "genkey", "1", "user", "user8", "realm", "policed", "pin", PIN);

        assertThat(catchThrowable(() -> keyStore(answer.detail().get("pkcs12"), PIN)))
                .isNotNull();
        assertThat(info("CRTRANDOM").get("pkcs12")).isEqualTo(answer.detail().get("pkcs12"));
    }

    @Test
    void whoEnrolsForHimselfCannotBeSomebodyElse() throws Exception {
        Answer answer = enrol(server.user("user2"), "CRTSELF", "ca", "mine", "request", request("admin"));

        assertThat(TestAuthority.certificate(answer.detail().get("certificate"))
                        .getSubjectX500Principal()
                        .getName())
                .isEqualTo("CN=user2");
    }

    @Test
    @ShowsEffect({
        "enrollment/certificate_ca_connector",
        "enrollment/certificate_template",
        "enrollment/certificate_request_subject_component"
    })
    void policiesSayWhoIssuesByWhichTemplateAndWhatTheSubjectTells() {
        server.policy(
                "enrollment",
                "certificate_ca_connector=mine, certificate_template=short,"
                        + " certificate_request_subject_component=email realm",
                "user3");
        Answer answer = enrol(
                admin,
                "CRTPOLICY",
                "ca",
                "nosuch",
                "template",
                "long",
                "genkey",
                "1",
                "user",
                "user3",
                "realm",
                "policed");

        X509Certificate certificate = TestAuthority.certificate(answer.detail().get("certificate"));
        assertThat(certificate.getSubjectX500Principal().getName()).contains("OU=policed");
        assertThat(Duration.between(Instant.now(), certificate.getNotAfter().toInstant()))
                .isLessThan(Duration.ofDays(8));
    }

    @Test
    void anAuthorityThatCannotSignIsToldAndNothingIsHalfDone() throws Exception {
        TestAuthority broken = TestAuthority.defined(admin, folder, "broken", "local");
        admin.post("/caconnector/broken", "type", "local", "cakey_password", "Wrong-secret-1");

        assertRefusal(
                enrol(admin, "CRTBROKEN", "ca", "broken", "request", request("x")),
                400,
                503,
                "ERR503: The CA connector broken has no key that can be used");
        assertRefusal(
                enrol(admin, "CRTBROKEN", "ca", "nosuch", "request", request("x")),
                400,
                503,
                "ERR503: The CA connector nosuch is not there");
        assertRefusal(
                enrol(admin, "CRTBROKEN", "ca", "mine", "template", "nosuch", "request", request("x")),
                400,
                504,
                "ERR504: The CA connector mine denies the request (there is no such template)");
        Files.delete(broken.directory().resolve("cakey.pem"));
        assertThat(enrol(admin, "CRTBROKEN", "ca", "broken", "request", request("x"))
                        .errorCode())
                .isEqualTo(503);

        assertThat((List<?>)
                        admin.get("/token/", "serial", "CRTBROKEN").valueMap().get("tokens"))
                .isEmpty();
        assertThat(admin.get("/audit/", "serial", "CRTBROKEN", "page_size", "20")
                        .body())
                .contains("The CA connector broken has no key that can be used")
                .doesNotContain(TestAuthority.PASSWORD, "Wrong-secret-1");
    }

    @Test
    void whatTheConnectorOffersIsShownAndNoSecret() {
        Answer shown = admin.get("/caconnector/mine");

        assertThat(shown.body())
                .contains("\"short\"", "\"cakey_password\": \"__CENSORED__\"")
                .doesNotContain(TestAuthority.PASSWORD);
        assertThat(server.user("user4").get("/system/names/caconnector").body())
                .contains("\"short\"")
                .doesNotContain("cakey.pem");
    }
}
