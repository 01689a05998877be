package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.command.tokentype.certificate.SoftAuthority;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.PolicyTest;
import org.symbolon.endtoend.harness.ShowsEffect;

/** Certificates and requests for them, over the wire. */
@PolicyTest
class CertificateWireTest {

    private final SoftAuthority root = SoftAuthority.root("Root");
    private final KeyPair keys = SoftAuthority.keys();
    private PolicyServer server;
    private ApiClient admin;
    private Path trusted;

    @BeforeAll
    void start(PolicyServer lent, @TempDir Path folder) throws IOException {
        server = lent;
        admin = server.admin();
        trusted = Files.createDirectory(folder.resolve("makers"));
        Files.writeString(trusted.resolve("root.pem"), SoftAuthority.pem(root.certificate()));
    }

    private String request() {
        return SoftAuthority.request("alice", keys, keys);
    }

    @Test
    void aRequestIsKeptUntilItsCertificateIsBrought() {
        assertValue(
                admin.post("/token/init", "type", "certificate", "serial", "CRTWIRE1", "request", request()),
                "true",
                "{'serial': 'CRTWIRE1', 'certificate': null, 'rollout_state': 'pending'}");
        String certificate = SoftAuthority.pem(root.issue("alice", keys.getPublic()));
        Answer brought =
                admin.post("/token/init", "type", "certificate", "serial", "CRTWIRE1", "certificate", certificate);

        assertThat(brought.detail().get("rollout_state")).isEqualTo("");
        assertThat(brought.detail().get("certificate").toString()).startsWith("-----BEGIN CERTIFICATE-----\n");
        Map<?, ?> listed = (Map<?, ?>) server.tenant().listed("CRTWIRE1");
        Map<?, ?> info = (Map<?, ?>) listed.get("info");
        assertThat((Object) info.get("certificate")).isEqualTo(brought.detail().get("certificate"));
        assertThat(info.containsKey("request")).isFalse();
        assertThat((Object) listed.get("rollout_state")).isEqualTo("");
    }

    @Test
    void nothingIsWrongWithNothing() {
        assertValue(
                admin.post("/token/init", "type", "certificate", "serial", "CRTWIRE2"),
                "true",
                "{'serial': 'CRTWIRE2', 'certificate': null, 'rollout_state': ''}");
        assertThat(admin.check("serial", "CRTWIRE2", "").isAccepted()).isFalse();
        assertThat(admin.check("serial", "CRTWIRE2", "123456").isAccepted()).isFalse();
    }

    @Test
    void whatIsNoCertificateIsRefused() {
        assertRefusal(
                admin.post("/token/init", "type", "certificate", "certificate", "nonsense"),
                400,
                905,
                "ERR905: Parameter 'certificate' is not sound PEM of what it must be");
        assertRefusal(
                admin.post("/token/init", "type", "certificate", "genkey", "1"),
                400,
                905,
                "ERR905: Missing parameter: 'ca'");
    }

    @Test
    @ShowsEffect({"enrollment/certificate_require_attestation", "user/certificate_trusted_Attestation_CA_path"})
    void aPolicyWantsTheWordOfADevice() {
        server.policy("enrollment", "certificate_require_attestation=require_and_verify", "user3");
        server.policy("user", "enrollCERTIFICATE, certificate_trusted_Attestation_CA_path=" + trusted, "user3");
        ApiClient user = server.user("user3");
        String word = SoftAuthority.pem(root.issue("Slot 9a", keys.getPublic()));
        String foreign = SoftAuthority.pem(SoftAuthority.root("Other").issue("Slot 9a", keys.getPublic()));

        assertRefusal(
                user.post("/token/init", "type", "certificate", "request", request()),
                403,
                303,
                "A policy requires that you provide an attestation certificate.");
        assertRefusal(
                user.post("/token/init", "type", "certificate", "request", request(), "attestation", foreign),
                403,
                303,
                "The attestation certificate does not vouch for the key of the request.");
        assertThat(user.post("/token/init", "type", "certificate", "request", request(), "attestation", word)
                        .value())
                .isEqualTo(true);
    }

    @Test
    @ShowsEffect("admin/certificate_trusted_Attestation_CA_path")
    void anAdministratorsPolicyNamesTheMakers() {
        server.policy("enrollment", "certificate_require_attestation=verify", "user4");
        String word = SoftAuthority.pem(root.issue("Slot 9a", keys.getPublic()));
        String[] enrolment = {
            "type", "certificate", "user", "user4", "realm", "policed", "request", request(), "attestation", word
        };

        assertThat(admin.post("/token/init", enrolment).status()).isEqualTo(403);
        server.policy("admin", "certificate_trusted_Attestation_CA_path=" + trusted, "user4");
        assertThat(admin.post("/token/init", enrolment).value()).isEqualTo(true);
    }
}
