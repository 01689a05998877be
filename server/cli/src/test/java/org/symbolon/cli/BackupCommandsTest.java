package org.symbolon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.cli.backup.Backups;

class BackupCommandsTest {
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
    void aFileIsWrittenWhereItIsWantedAndWhatIsNotInItIsSaid() {
        assertThat(run("backup", "create", "night.backup")).isZero();

        assertThat(backend.backups.asked).containsExactly("create night.backup");
        assertThat(output.toString().lines())
                .containsExactly(
                        "night.backup: 1,234 events up to position 1300, 56,789 bytes. It lies under the master key 0123456789abcdef.");
        assertThat(errors.toString())
                .contains("The master key is not in it")
                .contains("Not in it: " + Path.of("data", "files"));
        assertThat(backend.onlyRead).isTrue();
    }

    @Test
    void inADirectoryItGetsANameWithTheTime(@TempDir Path folder) {
        assertThat(run("backup", "create", folder.toString())).isZero();

        assertThat(backend.backups.asked)
                .singleElement()
                .asString()
                .matches("create .*symbolon-\\d{8}T\\d{6}Z\\.backup");
    }

    @Test
    void whoeverPutsTheMasterKeyIntoItIsWarned() {
        assertThat(run("backup", "create", "night.backup", "-e")).isZero();

        assertThat(backend.backups.asked).containsExactly("create night.backup with key");
        assertThat(errors.toString()).contains("Whoever has this file opens every secret");
    }

    @Test
    void aSoundBackupIsCalledSound() {
        assertThat(run("backup", "check", "night.backup", "--master-key", "k", "--data", "d"))
                .isZero();

        assertThat(backend.backups.asked).containsExactly("check night.backup [k, " + Path.of("d", "master.key") + "]");
        assertThat(output.toString().lines())
                .containsExactly(
                        "Made at 2026-12-01T02:00:00Z on node first by Symbolon 1.0; tables of version 28, events up to position 1300.",
                        "TABLE         ROWS   BYTES",
                        "domain_event  1,234  56,000",
                        "It lies under the master key 0123456789abcdef, which is not in it.",
                        "It is sound: all is as it was written, and the master key vouches for it.");
    }

    @Test
    void whatIsWrongWithABackupIsSaid() {
        backend.backups.faults.add("The rows of data_key are not those that were written.");
        backend.backups.unreadable.add("Event 7 is not what was stored.");

        assertThat(run("backup", "check", "night.backup")).isEqualTo(1);

        assertThat(output.toString().lines())
                .endsWith("The rows of data_key are not those that were written.", "Event 7 is not what was stored.");
    }

    @Test
    void aRestoreTellsWhatIsGone() {
        assertThat(run("backup", "restore", "night.backup", "--replace")).isZero();

        assertThat(backend.backups.asked)
                .containsExactly("restore " + new Backups.Restoration(Path.of("night.backup"), Optional.empty(), true));
        assertThat(output.toString().lines())
                .containsExactly(
                        "Restored 1,234 events from the backup of 2026-12-01T02:00:00Z in 2.5 s. The master key is 0123456789abcdef.");
        assertThat(errors.toString())
                .contains("HOTP tokens that were used since would be accepted once more")
                .contains("delete them again");
    }

    @Test
    void aRestoreWithoutReadModelsSaysWhatIsLeftToDo() {
        backend.backups.obstacle = Optional.of("The stream of events is not as it was written.");

        assertThat(run("backup", "restore", "night.backup")).isEqualTo(1);

        assertThat(output.toString())
                .contains("no server starts: The stream of events is not as it was written.")
                .contains("symbolon projections rebuild");
    }

    @Test
    void theKeyIsShownByItsFingerprint() {
        assertThat(run("key", "show")).isZero();

        assertThat(output.toString().lines())
                .containsExactly(
                        "In use     0123456789abcdef  " + Path.of("data", "master.key"),
                        "Database   0123456789abcdef",
                        "To follow  fedcba9876543210  " + Path.of("data", "master.key.next"));
    }

    @Test
    void aKeyThatIsAnotherIsNoSuccess() {
        backend.backups.wanted = Optional.of("1111111111111111");

        assertThat(run("key", "show")).isEqualTo(1);

        assertThat(output.toString()).contains("The key in use is not the one of the database.");
    }

    @Test
    void aKeyThatIsAboutToFollowIsOne() {
        backend.backups.wanted = Optional.of("fedcba9876543210");

        assertThat(run("key", "show")).isZero();

        assertThat(output.toString()).contains("the next start puts it in its place");
    }

    @Test
    void anotherKeyIsMadeReadyAndTaken() {
        assertThat(run("key", "prepare")).isZero();
        assertThat(run("key", "rotate", "--from", "k")).isZero();

        assertThat(backend.backups.asked).containsExactly("prepare Optional.empty", "rotate Optional[k]");
        assertThat(output.toString())
                .contains("its fingerprint is fedcba9876543210")
                .contains("It wraps 12 data keys and vouches for 1,234 events.");
        assertThat(errors.toString()).contains("Back the new key up now").contains("API keys");
    }
}
