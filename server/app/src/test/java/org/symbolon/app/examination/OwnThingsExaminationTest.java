package org.symbolon.app.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.symbolon.command.examination.port.Examination;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.examination.port.Verdict;

/** What is found out about the server's own files. */
class OwnThingsExaminationTest {

    @TempDir
    private Path folder;

    private static List<Finding> found(Examination examination) {
        return examination.subjects().stream()
                .flatMap(subject -> subject.look().get().stream())
                .toList();
    }

    private static Finding.Said first(Examination examination) {
        return (Finding.Said) found(examination).get(0);
    }

    @Test
    void aDataDirectoryThatOthersMayReadIsWarnedOf() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-x---"));
        assertThat(first(new DataDirectoryExamination(data)).verdict()).isEqualTo(Verdict.OK);

        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(first(new DataDirectoryExamination(data)).words()).contains("(rwxr-xr-x)", "chmod 700");

        assertThat(first(new DataDirectoryExamination(folder.resolve("none"))).verdict())
                .isEqualTo(Verdict.FAILED);
    }

    @ParameterizedTest
    @CsvSource({"0,FAILED", "268435455,FAILED", "268435456,WARNING", "2147483647,WARNING", "2147483648,OK"})
    void littleRoomIsWarnedOf(long bytes, Verdict verdict) {
        assertThat(((Finding.Said) DataDirectoryExamination.ofRoom(bytes)).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void aFileOfIssuersMustBeFollowed() throws Exception {
        assertThat(new TrustedIssuersExamination("").subjects()).isEmpty();

        Path file = Files.writeString(folder.resolve("issuers.json"), "[]");
        assertThat(first(new TrustedIssuersExamination(file.toString())).words())
                .isEqualTo("0 issuers are trusted");

        Files.writeString(file, "[{}]");
        assertThat(first(new TrustedIssuersExamination(file.toString())))
                .matches(said -> said.verdict() == Verdict.FAILED)
                .matches(said -> said.words().contains("in entry 1 algorithm is missing"));
    }

    @Test
    void theServersOwnCertificateIsLookedAtWhereItHasOne() throws Exception {
        assertThat(certificates(Map.of()).subjects()).isEmpty();

        Path store = folder.resolve("own.p12");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "own",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=mfa",
                        "-validity",
                        "9",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit")
                .start();
        assertThat(tool.waitFor()).isZero();

        assertThat(found(certificates(store(store, "changeit"))))
                .singleElement()
                .matches(finding -> ((Finding.Holds) finding).what().equals("The certificate of this server"));
        assertThat(first(certificates(store(store, "wrong-one"))).words())
                .contains("server.ssl")
                .doesNotContain("wrong-one");
    }

    @Test
    void theCertificateOfRadiusIsLookedAtWhereThereIsOne() throws Exception {
        Path file = Files.writeString(folder.resolve("radius.pem"), "no certificate");

        assertThat(first(certificates(Map.of("symbolon.radius.tls-certificate", file.toString())))
                        .words())
                .isEqualTo("The certificate of RADIUS/TLS cannot be read: look at symbolon.radius.tls-certificate");
    }

    private static Map<String, Object> store(Path file, String password) {
        return Map.of("server.ssl.key-store", file.toString(), "server.ssl.key-store-password", password);
    }

    private static Examination certificates(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return new OwnCertificateExamination(environment, new DefaultSslBundleRegistry());
    }
}
