package org.symbolon.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmbeddedDatabaseTest {
    private static final Pattern PASSWORD_RULE = Pattern.compile("host .* 127\\.0\\.0\\.1/32 scram-sha-256");

    @TempDir
    private static Path folder;

    private static DataDirectory directory;
    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() throws SQLException {
        directory = DataDirectory.at(folder.resolve("data"));
        database = EmbeddedDatabases.start(directory);
        EmbeddedDatabases.execute(database.access(), "create table kept as select 'before' as word");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void writesThroughToTheDisk() throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(EmbeddedDatabases.ask(database.access(), "show " + setting))
                    .as(setting)
                    .isEqualTo("on");
        }
    }

    @Test
    void listensOnTheLoopbackAddressAlone() throws Exception {
        assertThat(EmbeddedDatabases.ask(database.access(), "show listen_addresses"))
                .isEqualTo("127.0.0.1");
        String socketFolder = Files.readAllLines(directory.cluster().resolve("postmaster.pid"))
                .get(4);
        assertThat(socketFolder).isEmpty();
    }

    @Test
    void letsNobodyInWithoutPassword() throws Exception {
        assertThat(EmbeddedDatabases.ask(superuser(directory.superuserPasswordFile()), "show hba_file"))
                .isEqualTo(directory.accessRules().toString());
        List<String> rules = Files.readAllLines(directory.accessRules()).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(rules)
                .isNotEmpty()
                .allMatch(rule -> PASSWORD_RULE.matcher(rule).matches());

        DatabaseAccess access = database.access();
        for (String user : List.of("symbolon", "postgres")) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> EmbeddedDatabases.connect(new DatabaseAccess(access.url(), user, "wrong")))
                    .withMessageContaining("password authentication failed");
        }
    }

    @Test
    void keepsItsPasswordFromOtherUsersAndFromLogs() throws IOException {
        for (Path file : List.of(directory.passwordFile(), directory.superuserPasswordFile())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.path())))
                .isEqualTo("rwx------");
        assertThat(database.access().toString())
                .doesNotContain(database.access().password());
    }

    @Test
    void givesSymbolonNoPowerOverTheServer() throws SQLException {
        assertThat(EmbeddedDatabases.ask(
                        database.access(), "select rolsuper from pg_roles where rolname = current_user"))
                .isEqualTo("f");
    }

    @Test
    void givesItsSuperuserAPasswordThatSymbolonDoesNotUse() throws SQLException {
        assertThat(EmbeddedDatabases.ask(superuser(directory.superuserPasswordFile()), "select current_user"))
                .isEqualTo("postgres");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> EmbeddedDatabases.connect(superuser(directory.passwordFile())));
    }

    private static DatabaseAccess superuser(Path passwordFile) {
        return new DatabaseAccess(database.access().url(), "postgres", PostgresPassword.in(passwordFile));
    }

    @Test
    void refusesASecondServerOnItsDirectory() {
        assertThatThrownBy(() -> EmbeddedDatabases.start(directory))
                .isInstanceOf(DataDirectoryInUseException.class)
                .hasMessage("the data directory %s is in use by the server of node test (process %d, port 8080):"
                                .formatted(directory, ProcessHandle.current().pid())
                        + " stop it first, or choose another directory with --data");
    }

    @Test
    void isFoundByOtherProcesses() throws SQLException {
        DatabaseAccess found = EmbeddedDatabase.runningOn(directory).orElseThrow();

        assertThat(found).isEqualTo(database.access());
        assertThat(EmbeddedDatabases.ask(found, "select word from kept")).isEqualTo("before");
    }

    @Test
    @Order(Order.DEFAULT + 1)
    void comesBackByItselfAfterItsProcessIsKilled() throws Exception {
        long killed = database.pid();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();

        awaitAnswer("before");
        assertThat(database.pid()).isNotEqualTo(killed);
    }

    @Test
    @Order(Order.DEFAULT + 2)
    void keepsItsDataBetweenStarts() throws SQLException {
        database.close();
        assertThat(EmbeddedDatabase.runningOn(directory)).isEmpty();

        database = EmbeddedDatabases.start(directory);

        assertThat(EmbeddedDatabases.ask(database.access(), "select word from kept"))
                .isEqualTo("before");
    }

    @Test
    @Order(Order.DEFAULT + 3)
    void startsAlthoughAnotherProcessGotTheNumberOfACrashedServer() throws Exception {
        database.close();
        String stranger = Long.toString(ProcessHandle.current().pid());
        Files.write(
                directory.cluster().resolve("postmaster.pid"),
                List.of(stranger, directory.cluster().toString(), "1", "5432", "", "127.0.0.1", "", "ready"));

        database = EmbeddedDatabases.start(directory);

        assertThat(EmbeddedDatabases.ask(database.access(), "select word from kept"))
                .isEqualTo("before");
    }

    @Test
    @Order(Order.DEFAULT + 4)
    void takesOverFromAServerThatWasKilled() throws Exception {
        database.close();
        Process crashing = CrashingProcess.start(directory);
        long orphan = firstNumber(crashing);
        assertThatThrownBy(() -> EmbeddedDatabases.start(directory))
                .isInstanceOf(DataDirectoryInUseException.class)
                .hasMessageContaining("node crashing (process %d, port 1234)".formatted(crashing.pid()));
        crashing.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).isPresent();

        database = EmbeddedDatabases.start(directory);

        assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(EmbeddedDatabases.ask(database.access(), "select word from kept"))
                .isEqualTo("before");
    }

    @Test
    @Order(Order.DEFAULT + 5)
    void recoversWhenServerAndDatabaseWereKilled() throws Exception {
        database.close();
        Process crashing = CrashingProcess.start(directory);
        long postmaster = firstNumber(crashing);
        EmbeddedDatabases.execute(
                EmbeddedDatabase.runningOn(directory).orElseThrow(), "update kept set word = 'confirmed'");
        crashing.destroyForcibly();
        ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
        crashing.waitFor();

        database = EmbeddedDatabases.start(directory);

        assertThat(EmbeddedDatabases.ask(database.access(), "select word from kept"))
                .isEqualTo("confirmed");
    }

    @Test
    @Order(Order.DEFAULT + 6)
    void movesADirectoryOverThatHasOnePasswordForBoth() throws Exception {
        String shared = PostgresPassword.in(directory.passwordFile());
        EmbeddedDatabases.execute(
                superuser(directory.superuserPasswordFile()), "alter role postgres password '" + shared + "'");
        database.close();
        Files.delete(directory.superuserPasswordFile());

        database = EmbeddedDatabases.start(directory);

        assertThat(EmbeddedDatabases.ask(superuser(directory.superuserPasswordFile()), "select current_user"))
                .isEqualTo("postgres");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> EmbeddedDatabases.connect(superuser(directory.passwordFile())));
        assertThat(PostgresPassword.in(directory.passwordFile())).isEqualTo(shared);
    }

    @Test
    @Order(Order.DEFAULT + 7)
    void refusesFilesOfALaterVersionOfPostgres() throws Exception {
        database.close();
        Path version = directory.cluster().resolve("PG_VERSION");
        String known = Files.readString(version);

        Files.writeString(version, "19\n");
        assertThatThrownBy(() -> EmbeddedDatabases.start(directory))
                .isInstanceOf(DatabaseException.class)
                .hasMessage(
                        "the database in %s was made by PostgreSQL 19, and this Symbolon brings 18: start the version of"
                                        .formatted(directory)
                                + " Symbolon that made it, or restore a dump of it here");
        Files.writeString(version, "root:secret");
        assertThatThrownBy(() -> EmbeddedDatabases.start(directory))
                .isInstanceOf(DatabaseException.class)
                .hasMessageNotContaining("secret");

        Files.writeString(version, known);
        database = EmbeddedDatabases.start(directory);
    }

    @Test
    @Order(Order.DEFAULT + 8)
    void refusesToRunWhenADatabaseSettingGivesDurabilityUp() throws SQLException {
        EmbeddedDatabases.execute(database.access(), "alter role symbolon set synchronous_commit = off");
        database.close();

        assertThatThrownBy(() -> EmbeddedDatabases.start(directory))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("synchronous_commit is off and must be on");
        assertThat(EmbeddedDatabase.runningOn(directory)).isEmpty();
    }

    private static long firstNumber(Process process) throws IOException {
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        return Long.parseLong(reader.readLine());
    }

    private static void awaitAnswer(String word) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            try {
                assertThat(EmbeddedDatabases.ask(database.access(), "select word from kept"))
                        .isEqualTo(word);
                return;
            } catch (SQLException e) {
                Thread.sleep(50);
            }
        }
        throw new AssertionError("the database did not come back");
    }
}
