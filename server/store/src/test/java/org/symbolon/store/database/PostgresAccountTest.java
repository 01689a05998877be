package org.symbolon.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What root does, as whom PostgreSQL must not run. */
class PostgresAccountTest {

    private static final RootRule AS_NOBODY = new RootRule(Optional.of("nobody"), false);

    @TempDir
    private Path folder;

    @BeforeEach
    void needsRoot() {
        assumeThat(new UnixSystem().getUid()).isZero();
        assumeThat(PostgresAccount.asUser("nobody")).isPresent();
    }

    @Test
    void rootRunsTheDatabaseAsNobodyWhoReadsNothingOfRoots() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        DataDirectory directory = DataDirectory.at(folder.resolve("data"));
        Path masterKey = directory.path().resolve("master.key");
        PostgresPassword.write(masterKey, "secret");
        Path users = Files.createDirectory(directory.path().resolve("files")).resolve("users.passwd");
        Files.writeString(users, "emma:hash");
        try (EmbeddedDatabase database = start(directory, AS_NOBODY)) {
            EmbeddedDatabases.execute(database.access(), "create table kept as select 'before' as word");
            assertThat(Files.getOwner(directory.cluster()).getName()).isEqualTo("nobody");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.path())))
                    .as("may be passed through, but not listed, and by this group alone")
                    .isEqualTo("rwx--x---");
            DatabaseAccess superuser = new DatabaseAccess(
                    database.access().url(), "postgres", PostgresPassword.in(directory.superuserPasswordFile()));
            for (Path file : List.of(masterKey, users, Path.of("/etc/shadow"), directory.superuserPasswordFile())) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> EmbeddedDatabases.ask(superuser, "select pg_read_file('" + file + "')"))
                        .withMessageContaining("Permission denied");
            }
        }

        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        assumeThat(ExternalProgram.succeeds(List.of("unshare", "-U", "true"))).isTrue();
        try (EmbeddedDatabase database = start(directory, RootRule.ALLOWED)) {
            assertThat(EmbeddedDatabases.ask(database.access(), "select word from kept"))
                    .isEqualTo("before");
        }
    }

    @Test
    void anOpenMasterKeyIsLeftToBeRefused() throws Exception {
        DataDirectory directory = DataDirectory.at(folder.resolve("data"));
        Path key = Files.createFile(directory.path().resolve("master.key"));
        Path other = Files.createFile(directory.path().resolve("other"));
        Set.of(key, other).forEach(file -> file.toFile().setReadable(true, false));

        directory.admit(65534);

        assertThat(Files.getPosixFilePermissions(key)).contains(PosixFilePermission.OTHERS_READ);
        assertThat(Files.getPosixFilePermissions(other)).doesNotContain(PosixFilePermission.OTHERS_READ);
    }

    @Test
    void saysWhatToDoWhenNobodyCannotReachTheData() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        DataDirectory directory = DataDirectory.at(folder.resolve("data"));

        assertThatThrownBy(() -> start(directory, AS_NOBODY))
                .isInstanceOf(DatabaseException.class)
                .hasMessage(
                        "PostgreSQL must not run as root, and nobody, as which it could run, cannot reach %s: choose a --data"
                                        .formatted(directory)
                                + " that every user may traverse. Or run Symbolon as an ordinary user, or with --allow-root: then the"
                                + " database's process reads root's files");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.path())))
                .isEqualTo("rwx------");
    }

    @Test
    void saysWhatToDoWhereThereIsNoOtherAccount() {
        DataDirectory directory = DataDirectory.at(folder.resolve("data"));

        assertThatThrownBy(() -> start(directory, new RootRule(Optional.of("no-such-user"), false)))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("it cannot be started as no-such-user: there is no such account");
        assertThat(PostgresAccount.asUser("root"))
                .as("root is no other account")
                .isEmpty();
    }

    @Test
    void anAccountWritesAsItselfAndNotWhereALinkLeadsRoot() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Path roots = Files.writeString(folder.resolve("roots"), "kept");
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        Files.setAttribute(theirs, "unix:uid", 65534);
        Path link = Files.createSymbolicLink(theirs.resolve("postmaster.pid"), roots);

        assertThatThrownBy(() -> PostgresAccount.asUser("nobody").orElseThrow().write(link, "changed"))
                .isInstanceOf(DatabaseException.class);
        assertThat(roots).hasContent("kept");
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

    private static EmbeddedDatabase start(DataDirectory directory, RootRule rule) {
        DataDirectoryLock lock = DataDirectoryLock.acquire(directory, EmbeddedDatabases.HOLDER, Duration.ZERO);
        return EmbeddedDatabase.start(lock, EmbeddedDatabases.BINARIES, rule);
    }
}
