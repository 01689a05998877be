package org.symbolon.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What root does where user namespaces are forbidden, as in most containers. */
class PostgresAccountTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void needsRoot() {
        assumeThat(new UnixSystem().getUid()).isZero();
        assumeThat(PostgresAccount.asUser("nobody")).isPresent();
    }

    @Test
    void rootCanRunTheDatabaseAsNobodyAndLaterOtherwise() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        DataDirectory directory = DataDirectory.at(folder.resolve("data"));
        try (EmbeddedDatabase database = startAsNobody(directory)) {
            EmbeddedDatabases.execute(database.access(), "create table kept as select 'before' as word");
            assertThat(Files.getOwner(directory.cluster()).getName()).isEqualTo("nobody");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.path())))
                    .as("may be passed through, but not listed")
                    .isEqualTo("rwx--x--x");
        }

        try (EmbeddedDatabase database = EmbeddedDatabases.start(directory)) {
            assertThat(EmbeddedDatabases.ask(database.access(), "select word from kept"))
                    .isEqualTo("before");
        }
    }

    @Test
    void saysWhatToDoWhenNobodyCannotReachTheData() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        DataDirectory directory = DataDirectory.at(folder.resolve("data"));

        assertThatThrownBy(() -> startAsNobody(directory))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("choose a --data that every user may traverse");
    }

    @Test
    void rootLeavesTheDirectoryOfAnotherUserAlone() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.setAttribute(data, "unix:uid", 65534);

        assertThatThrownBy(() -> DataDirectory.at(data))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("belongs to the user")
                .hasMessageEndingWith("run this as that user, not as root");
    }

    private static EmbeddedDatabase startAsNobody(DataDirectory directory) {
        DataDirectoryLock lock = DataDirectoryLock.acquire(directory, EmbeddedDatabases.HOLDER, Duration.ZERO);
        return EmbeddedDatabase.start(lock, directory.binaries(), () -> PostgresAccount.asUser("nobody")
                .orElseThrow());
    }
}
