package org.symbolon.api.tokenfile.pgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import org.symbolon.api.kernel.spool.Spool;
import org.symbolon.api.kernel.spool.StoredBytes;

/** GnuPG makes keys and files, by the commands of {@code docs/operations.md}, and the server reads them. */
class GnupgTest {

    private static final byte[] FILE =
            "S1,3132333435363738393031323334353637383930\n".repeat(1000).getBytes(StandardCharsets.US_ASCII);
    private static final String NAME = "Symbolon (Import)";

    @TempDir
    private Path folder;

    private Path home;
    private Path keys;

    @BeforeEach
    void prepare() throws IOException {
        assumeTrue(
                Stream.of("/usr/bin/gpg", "/usr/local/bin/gpg").map(Path::of).anyMatch(Files::isExecutable),
                "There is no GnuPG on this machine: apt-get install gnupg");
        home = Files.createDirectory(folder.resolve("home"), owner("rwx------"));
        keys = Files.createDirectory(folder.resolve("pgp"), owner("rwx------"));
        Files.write(folder.resolve("tokens.csv"), FILE);
    }

    /** Its agent would look for its folder until it is gone. */
    @AfterEach
    void stopAgent() throws Exception {
        if (home != null) {
            new ProcessBuilder("gpgconf", "--homedir", home.toString(), "--kill", "all")
                    .start()
                    .waitFor();
        }
    }

    private static FileAttribute<?> owner(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    private void gpg(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("gpg", "--homedir", home.toString(), "--batch", "--yes", "--trust-model", "always"));
        command.addAll(List.of(arguments));
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    }

    private void makeKey(String kind, String use) throws Exception {
        gpg("--passphrase", "", "--quick-generate-key", NAME, kind, use, "never");
        Path key = Files.createFile(keys.resolve("import.gpg"), owner("rw-------"));
        gpg("--output", key.toString(), "--export-secret-keys", NAME);
    }

    private byte[] encrypted(String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(options));
        Path message = folder.resolve("tokens.asc");
        arguments.addAll(List.of(
                "--output",
                message.toString(),
                "--armor",
                "--recipient",
                NAME,
                "--encrypt",
                folder.resolve("tokens.csv").toString()));
        gpg(arguments.toArray(String[]::new));
        return Files.readAllBytes(message);
    }

    private void isRead(byte[] message) {
        PgpMessage messages = new PgpMessage(new PgpKeys(keys), DataSize.ofMegabytes(1));
        assertThat(PgpMessage.isOne(StoredBytes.of(message))).isTrue();
        try (Spool clear = messages.open(StoredBytes.of(message))) {
            assertThat(clear.all()).isEqualTo(FILE);
        }
    }

    @Test
    void aFileForAKeyAsTheManualMakesItIsRead() throws Exception {
        makeKey("rsa3072", "encrypt");

        isRead(encrypted());
        isRead(encrypted("--rfc4880"));
        isRead(encrypted("--compress-algo", "bzip2"));
        isRead(encrypted("--compress-algo", "none"));
    }

    /** From version 2.3 on it can encrypt and authenticate in one (OCB, a packet of its own and none of RFC 4880). */
    @Test
    void aFileInAuthenticatedEncryptionIsRead() throws Exception {
        gpg("--dump-options");
        assumeTrue(Files.readString(folder.resolve("said")).contains("--force-ocb"), "This GnuPG has no OCB");
        makeKey("rsa3072", "encrypt");

        isRead(encrypted("--force-ocb"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "future-default"})
    void aFileForAKeyOfTodaysCurvesIsRead(String kind) throws Exception {
        makeKey(kind, "default");

        isRead(encrypted());
        isRead(encrypted("--sign"));
    }
}
