package org.symbolon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.symbolon.cli.caconnector.CertificateAuthorityTools;

class CaCommandsTest {
    private final FakeBackend backend = new FakeBackend();
    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int run(String... arguments) {
        return CommandLineInterface.create(backend)
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }

    @Test
    void listsThemWithTheirOptionsWhereAsked() {
        assertThat(run("ca", "list")).isZero();
        assertThat(run("ca", "list", "-v")).isZero();

        assertThat(output.toString().lines())
                .containsExactly(
                        "NAME  TYPE",
                        "mine  local",
                        "NAME  TYPE   OPTION      VALUE",
                        "mine  local  WorkingDir  /ca",
                        "mine  local  cakey       cakey.pem");
        assertThat(backend.onlyRead).isTrue();
    }

    @Test
    void makesOneAsEduMfaWould() {
        assertThat(run("ca", "create", "mine")).isZero();

        assertThat(output).hasToString("The certificate authority mine is in /data/ca/mine.%n".formatted());
        assertThat(backend.authorities.made)
                .containsExactly(new CertificateAuthorityTools.NewConnector(
                        "mine", "local", Optional.empty(), "/CN=mine", 4096, 1800, 30, 5, ""));
    }

    @Test
    void makesOneAsItIsTold() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("Key-secret\n".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(run(
                            "ca",
                            "create",
                            "mine",
                            "-t",
                            "openssl",
                            "--directory",
                            "/x",
                            "--subject",
                            "CN=Us",
                            "--key-size",
                            "3072",
                            "--days",
                            "10",
                            "--crl-days",
                            "3",
                            "--crl-overlap",
                            "1",
                            "--encrypt-key",
                            "--password-stdin"))
                    .isZero();
        } finally {
            System.setIn(before);
        }

        assertThat(backend.authorities.made)
                .containsExactly(new CertificateAuthorityTools.NewConnector(
                        "mine", "openssl", Optional.of(Path.of("/x")), "CN=Us", 3072, 10, 3, 1, "Key-secret"));
        assertThat(backend.authorities.made.toString()).doesNotContain("Key-secret");
    }

    @Test
    void renewsAListWhereItIsDueOrForced() {
        assertThat(run("ca", "create-crl", "mine")).isZero();
        assertThat(run("ca", "create_crl", "mine", "-f")).isZero();

        assertThat(output.toString().lines())
                .containsExactly("The list of mine need not be renewed yet.", "The list of mine is renewed.");
    }

    @Test
    void needsToKnowWhatToDo() {
        assertThat(run("ca")).isEqualTo(2);
        assertThat(run("ca", "create")).isEqualTo(2);
        assertThat(run("ca", "create", "mine", "--key-size", "512")).isEqualTo(2);
        assertThat(run("ca", "create", "mine", "--days", "0")).isEqualTo(2);

        assertThat(backend.authorities.made).isEmpty();
    }
}
