package org.symbolon.endtoend.caconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.cli.caconnector.CertificateAuthorityTools;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.command.tokentype.certificate.SoftAuthority;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Patience;

/** An authority that openssl runs, over the wire; skipped where there is none. A test can have the program fail the next time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpensslIssuingWireTest {

    private static final Path OPENSSL = Path.of("/usr/bin/openssl");

    private final KeyPair keys = SoftAuthority.keys();
    private InProcessServer server;
    private ApiClient admin;
    private TestAuthority authority;
    private Path program;
    private Path broken;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        assumeTrue(Files.isExecutable(OPENSSL), "There is no openssl on this machine: apt-get install openssl");
        broken = folder.resolve("broken");
        program = failingOnceIf(broken, folder.resolve("program"));
        server = InProcessServer.start(folder, "--symbolon.ca-directories=" + folder, "--symbolon.openssl=" + program);
        admin = server.admin();
        authority = TestAuthority.defined(admin, folder, "kept", "openssl");
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** A failure uses up its file, so that a test which is held up does not have the next try fail as well. */
    private static Path failingOnceIf(Path file, Path program) throws IOException {
        Files.writeString(
                program,
                """
                #!/bin/sh
                if rm '%s' 2>/dev/null; then echo Key-secret >&2; exit 1; fi
                exec %s "$@"
                """
                        .formatted(file, OPENSSL));
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Answer enrol(String serial, String... more) {
        String[] enrolment = {
            "type", "certificate", "serial", serial, "ca", "kept", "request", SoftAuthority.request(serial, keys, keys)
        };
        return admin.post("/token/init", ApiClient.joined(enrolment, more));
    }

    private String index() throws IOException {
        return Files.readString(authority.directory().resolve("index.txt"));
    }

    @Test
    void whatIsIssuedAndRevokedStandsInItsIndex() throws Exception {
        X509Certificate certificate =
                TestAuthority.certificate(enrol("CRTKEPT").detail().get("certificate"));
        assertThat(authority.hasIssued(certificate)).isTrue();
        assertThat(index()).contains("/CN=CRTKEPT");

        assertThat(admin.post("/token/revoke", "serial", "CRTKEPT", "reason", "superseded")
                        .value())
                .isEqualTo(1);
        assertThat(authority.list().isRevoked(certificate)).isTrue();
        assertThat(index()).contains(",superseded\t");
    }

    @Test
    void aCertificateForWhichThereIsNoTokenIsTakenBack() throws Exception {
        admin.post("/token/init", "type", "spass", "serial", "CRTTAKEN");

        assertThat(enrol("CRTTAKEN").errorCode()).isEqualTo(301);

        assertThat(index().lines().filter(line -> line.contains("CN=CRTTAKEN")))
                .singleElement()
                .asString()
                .startsWith("R\t")
                .contains("cessationOfOperation");
    }

    @Test
    void anAuthorityThatIsBrokenIsToldOfARevocationLater() throws Exception {
        X509Certificate certificate =
                TestAuthority.certificate(enrol("CRTLATE").detail().get("certificate"));
        Files.createFile(broken);
        Answer denied = enrol("CRTDENIED");
        Files.createFile(broken);
        Answer revoked = admin.post("/token/revoke", "serial", "CRTLATE");

        assertThat(denied.errorCode()).isEqualTo(504);
        assertThat(denied.body()).doesNotContain("Key-secret");
        assertThat(revoked.value()).isEqualTo(1);
        assertThat(revoked.detail().get("message").toString()).contains("has not been told");
        assertThat(server.jdbc()
                        .sql("select payload from domain_event where payload_type = 'EffectAttemptFailed'")
                        .query(String.class)
                        .single())
                .contains("The CA connector kept failed");
        until(() -> isRevoked(certificate));
    }

    private boolean isRevoked(X509Certificate certificate) {
        try {
            return Files.exists(authority.directory().resolve("crl.pem"))
                    && authority.list().isRevoked(certificate);
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static void until(BooleanSupplier condition) {
        Patience.until("came in time", condition);
    }

    @Test
    void theCommandLineMakesAuthoritiesThatWork() throws Exception {
        CertificateAuthorityTools tools = server.bean(CertificateAuthorityTools.class);
        Path made = tools.create(new CertificateAuthorityTools.NewConnector(
                "made",
                "local",
                Optional.of(program.resolveSibling("made")),
                "/CN=made/O=Example",
                2048,
                1800,
                30,
                5,
                "Made-key-secret"));

        assertThat(new TestAuthority(made).list().getRevokedCertificates()).isNull();
        assertThat(tools.createRevocationList("made", false)).isFalse();
        assertThat(tools.createRevocationList("made", true)).isTrue();
        assertThat(tools.list())
                .extracting(CertificateAuthorityTools.Connector::name)
                .contains("made", "kept");
        assertThat(tools.list().toString()).doesNotContain("Made-key-secret", TestAuthority.PASSWORD);
        assertThatThrownBy(() -> tools.createRevocationList("nosuch", true)).isInstanceOf(CommandFailedException.class);
        assertThat(admin.post(
                                "/token/init",
                                "type",
                                "certificate",
                                "ca",
                                "made",
                                "request",
                                SoftAuthority.request("x", keys, keys))
                        .value())
                .isEqualTo(true);
    }
}
