package org.symbolon.endtoend.caconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.command.tokentype.certificate.SoftAuthority;
import org.symbolon.connectors.caconnector.MicrosoftWorkerDouble;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.reactions.caconnector.CertificateUpkeep;

/** Certificates that somebody at one of Microsoft's authorities has to approve, over the wire, with a double of its worker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PendingWireTest {

    private static final String PIN = "Pin-of-alice-2";

    private final SoftAuthority authority = SoftAuthority.root("Microsoft");
    private final KeyPair keys = SoftAuthority.keys();
    private InProcessServer server;
    private Tenant tenant;
    private MicrosoftWorkerDouble worker;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        server = InProcessServer.start(folder, "--symbolon.ca-pause=0");
        tenant = Tenant.create(server, "pending", folder, 3);
        worker = MicrosoftWorkerDouble.start();
        tenant.admin()
                .post(
                        "/caconnector/ms",
                        "type",
                        "microsoft",
                        "hostname",
                        "localhost",
                        "port",
                        worker.port(),
                        "ca",
                        "host\\ca");
    }

    @AfterAll
    void stop() {
        worker.close();
        server.close();
    }

    private Answer enrol(String serial, String... parameters) {
        return tenant.admin()
                .post(
                        "/token/init",
                        ApiClient.joined(
                                new String[] {"type", "certificate", "serial", serial, "ca", "ms"}, parameters));
    }

    private String state(String serial) {
        return ((Map<?, ?>) tenant.listed(serial)).get("rollout_state").toString();
    }

    private Map<?, ?> info(String serial) {
        return (Map<?, ?>) ((Map<?, ?>) tenant.listed(serial)).get("info");
    }

    private long events() {
        return server.jdbc()
                .sql("select count(*) from domain_event where aggregate_identifier = 'token/CRTWAIT'")
                .query(Long.class)
                .single();
    }

    private void lookAfterCertificates() {
        server.bean(CertificateUpkeep.class).run();
    }

    private PublicKey requested() throws Exception {
        try (PEMParser parser = new PEMParser(new StringReader(worker.request()))) {
            return new JcaPKCS10CertificationRequest((PKCS10CertificationRequest) parser.readObject()).getPublicKey();
        }
    }

    @Test
    void aKeyOfTheServersWaitsUntilSomebodyApproves() throws Exception {
        worker.deciding(5, 31);
        assertValue(
                enrol("CRTWAIT", "genkey", "1", "user", "user1", "realm", "pending", "pin", PIN),
                "true",
                "{'serial': 'CRTWAIT', 'certificate': null, 'rollout_state': 'pending'}");
        assertThat(info("CRTWAIT").get("requestId")).isEqualTo("31");
        assertThat(info("CRTWAIT").get("privatekey")).isEqualTo("__CENSORED__");

        long before = events();
        lookAfterCertificates();
        assertThat(state("CRTWAIT")).isEqualTo("pending");
        assertThat(events()).as("Nothing has happened").isEqualTo(before);

        worker.issuing(SoftAuthority.pem(authority.issue("user1", requested())));
        worker.deciding(3, 31);
        lookAfterCertificates();
        lookAfterCertificates();

        assertThat(state("CRTWAIT")).isEqualTo("enrolled");
        assertThat(info("CRTWAIT").containsKey("privatekey")).isFalse();
        KeyStore store = KeyStore.getInstance("PKCS12");
        byte[] file = Base64.getDecoder().decode(info("CRTWAIT").get("pkcs12").toString());
        store.load(new ByteArrayInputStream(file), PIN.toCharArray());
        X509Certificate certificate =
                (X509Certificate) store.getCertificate(store.aliases().nextElement());
        assertThat(certificate.getPublicKey()).isEqualTo(requested());
    }

    @Test
    void aRequestMayBeDeniedLater() {
        worker.deciding(5, 32);
        enrol("CRTDENY", "request", SoftAuthority.request("x", keys, keys));
        worker.deciding(2, 32);

        Answer asked =
                tenant.admin().post("/token/init", "type", "certificate", "serial", "CRTDENY", "requestId", "32");

        assertThat(asked.detail().get("rollout_state")).isEqualTo("denied");
        assertThat(state("CRTDENY")).isEqualTo("denied");
        assertThat(asked.body()).doesNotContain("Words-of-the-authority");
        assertThat(tenant.admin()
                        .post("/token/init", "type", "certificate", "serial", "CRTDENY", "requestId", "32")
                        .errorCode())
                .isEqualTo(905);
    }

    @Test
    void whatIsDeniedAtOnceIsNoToken() {
        worker.deciding(2, 33);

        assertRefusal(
                enrol("CRTNO", "request", SoftAuthority.request("x", keys, keys)),
                400,
                504,
                "ERR504: The CA connector ms denies the request (see the log)");
    }

    @Test
    void whatOnlyTheAuthorityCanRevokeIsSaid() {
        worker.issuing(SoftAuthority.pem(authority.issue("x", keys.getPublic())));
        worker.deciding(3, 34);
        enrol("CRTMS", "request", SoftAuthority.request("x", keys, keys));

        Answer revoked = tenant.admin().post("/token/revoke", "serial", "CRTMS");

        assertThat(revoked.value()).isEqualTo(1);
        assertThat(revoked.detail().get("message").toString()).contains("has not been told");
        assertThat(server.bean(TrailingModels.class).await()).isTrue();
        assertThat(server.jdbc()
                        .sql("select state from rm.effect where serial = 'CRTMS'")
                        .query(String.class)
                        .single())
                .isEqualTo("given up");
    }
}
