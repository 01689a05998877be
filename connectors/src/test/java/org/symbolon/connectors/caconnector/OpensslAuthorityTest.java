package org.symbolon.connectors.caconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.symbolon.command.caconnector.port.AuthorityException;
import org.symbolon.command.caconnector.port.AuthorityException.Trouble;

/** The contract by a directory in which openssl runs the authority; skipped where there is none. */
class OpensslAuthorityTest extends AuthorityContract {

    private Openssl openssl;

    @BeforeEach
    void find() {
        openssl = Openssl.required();
    }

    @Override
    AuthorityKind kind(CaFolders folders, Clock clock) {
        return new OpensslAuthority(folders, new OpensslProgram(openssl.path(), Duration.ofSeconds(20)), clock);
    }

    private AuthorityKind kind(String program, Duration patience) {
        return new OpensslAuthority(
                new CaFolders(List.of(directory)), new OpensslProgram(program, patience), Clock.systemUTC());
    }

    private String index() throws Exception {
        return Files.readString(directory.resolve("index.txt"));
    }

    @Test
    void itsIndexKnowsWhatWasIssuedAndGivenUp() throws Exception {
        X509Certificate first = issue("CN=alice,O=Example");
        assertThat(first.getSerialNumber().toString(16)).isEqualTo("1000");
        assertThat(index()).startsWith("V\t").contains("\t1000\t");
        assertThat(directory.resolve("alice_Example.req")).exists();
        assertThat(directory.resolve("alice_Example.pem")).exists();
        assertThat(directory.resolve("1000.pem")).exists();

        kind().giveUp(authority(), Pem.of(first));
        assertThat(index()).startsWith("R\t").contains("cessationOfOperation");
        assertThat(list().orElseThrow().isRevoked(first)).isTrue();
    }

    @Test
    void whatARequestNamesIsNoPath() {
        issue("CN=../../etc/passwd");
        issue("CN=-out");

        assertThat(directory.resolve("_._.._etc_passwd.req")).exists();
        assertThat(directory.resolve("_out.req")).exists();
    }

    @Test
    void manyAtOnceTakeTurns() throws Exception {
        List<X509Certificate> issued = IntStream.range(0, 6)
                .parallel()
                .mapToObj(number -> issue("CN=user" + number))
                .toList();

        assertThat(issued).extracting(X509Certificate::getSerialNumber).doesNotHaveDuplicates();
        assertThat(index().lines()).hasSize(6);
    }

    private Path program(String script) throws Exception {
        Path file = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    @Timeout(20)
    void aProgramThatHangsIsEnded() throws Exception {
        Path hanging = program("sleep 60");
        AuthorityKind kind = kind(hanging.toString(), Duration.ofMillis(700));

        assertThatThrownBy(() -> kind.publish(authority(), true))
                .isInstanceOfSatisfying(AuthorityException.class, late -> assertThat(late.trouble())
                        .isEqualTo(Trouble.TOO_SLOW));
        ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(hanging.toString()))
                        .isPresent())
                .forEach(killed -> killed.onExit().join());
        assertThat(kind().publish(authority(), true))
                .as("The lock is free again")
                .isTrue();
    }

    @Test
    void aProgramThatIsNotThereOrSaysNonsenseIsAFault() throws Exception {
        assertTrouble(kind(folder.resolve("nosuch").toString(), Duration.ofSeconds(5)), Trouble.FAULTY);
        assertTrouble(kind(program("echo password; exit 3").toString(), Duration.ofSeconds(5)), Trouble.FAULTY);
        assertTrouble(kind(program("exit 0").toString(), Duration.ofSeconds(5)), Trouble.BROKEN_OFF);
    }

    private void assertTrouble(AuthorityKind kind, Trouble trouble) {
        assertThatThrownBy(() -> kind.publish(authority(), true))
                .isInstanceOfSatisfying(AuthorityException.class, found -> {
                    assertThat(found.trouble()).isEqualTo(trouble);
                    assertThat(found.getMessage()).doesNotContain("password");
                });
    }

    @Test
    void aConfigurationThatMakesAuthoritiesIsFoundOut() throws Exception {
        Path configuration = directory.resolve("openssl.cnf");
        Files.writeString(
                configuration,
                Files.readString(configuration)
                        .replace("critical, CA:FALSE", "critical, CA:TRUE")
                        .replace("subjectKeyIdentifier = hash\n", ""));

        assertThatThrownBy(() -> issue("CN=mallory"))
                .isInstanceOf(AuthorityException.class)
                .hasMessageContaining("another authority");
        assertThat(index()).startsWith("R\t");
    }

    @Test
    void certificatesMayLieInAFolderOfTheirOwn() throws Exception {
        Files.createDirectory(directory.resolve("certificates"));
        with("CertificateDir", "certificates");
        X509Certificate issued = issue("CN=alice");
        assertThat(directory.resolve("certificates/1000.pem")).exists();

        kind().revoke(authority(), revoked(issued));

        assertThat(list().orElseThrow().isRevoked(issued)).isTrue();
    }
}
