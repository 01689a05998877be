package org.symbolon.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.projections.shared.LaterVersionException;
import org.symbolon.store.database.DatabaseException;
import org.symbolon.store.database.DatabaseUse;
import org.symbolon.store.eventstore.AppendedEvents;
import org.symbolon.store.vault.DataKeyVault;
import org.symbolon.store.vault.MasterKey;
import org.symbolon.store.vault.MasterKeyOfDatabase;

class StoreBackupTest {

    private static final String AWKWARD = "tab\t, line\n, back\\slash \\N, ü and \u0001";
    private static final BiConsumer<Long, Long> NOBODY = (done, all) -> {};

    @TempDir
    private Path folder;

    private final SecureRandom random = new SecureRandom();
    private BackupDatabase from;
    private BackupDatabase into;
    private MasterKey key;
    private Path file;

    @BeforeEach
    void fill() throws SQLException, IOException {
        from = new BackupDatabase();
        into = new BackupDatabase();
        Files.createDirectories(target());
        file = folder.resolve("a.backup");
        fill(from);
    }

    @AfterEach
    void close() {
        from.close();
        into.close();
    }

    private void fill(BackupDatabase database) throws SQLException {
        key = MasterKey.inFile(folder.resolve("key"), random);
        JdbcClient jdbc = JdbcClient.create(database.source());
        jdbc.sql("insert into signing_key (name, public_key, sealed_private_key) values ('response', '1', '2')")
                .update();
        new DataKeyVault(jdbc, key, random).newKey();
        jdbc.sql("insert into master_key (fingerprint) values (?)")
                .param(key.fingerprint())
                .update();
        AppendedEvents.append(
                database.source(),
                key,
                List.of(
                        new GenericDomainEventMessage<>("Token", "token/A", 0, new TokenDisabled("A", 1)),
                        new GenericDomainEventMessage<>(
                                "Token", "token/B", 0, new TokenDisabled(AWKWARD, 2), Map.of("said", AWKWARD))));
        database.jdbc()
                .update(
                        "insert into feed_progress (feed, position, expires, trouble) values (7, 2, now(), ?)",
                        AWKWARD);
        database.jdbc()
                .update(
                        "insert into feed_dead_letter (feed, position, event_id, kind, reason) values (7, 1, 'e', 'k', 'r')");
        database.jdbc()
                .update(
                        "insert into token_entry (processor_name, segment, owner) values ('trailing', 0, 'somebody who is gone')");
        database.jdbc().queryForObject("select setval('token_seq', 4711)", Long.class);
    }

    private Path target() {
        return folder.resolve("data");
    }

    private BackupManifest make(boolean withMasterKey) {
        return make(from, file, withMasterKey);
    }

    private BackupManifest make(BackupDatabase database, Path where, boolean withMasterKey) {
        return new StoreBackup(database.source(), key, "node", Clock.systemUTC())
                .write(where, "1.2.3", withMasterKey, NOBODY);
    }

    private BackupCheck.Findings restore(boolean replace) {
        return restore(into.use("restore"), Optional.empty(), replace);
    }

    private BackupCheck.Findings restore(DatabaseUse use, Optional<Path> given, boolean replace) {
        try (BackupArchive archive = BackupArchive.open(file)) {
            return new StoreRestoration(into.source(), use, random, target())
                    .replace(into.flyway(), archive, given, replace, NOBODY);
        } finally {
            closed(use);
        }
    }

    private static void closed(DatabaseUse use) {
        try {
            use.close();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private BackupCheck.Findings check(Path which) {
        try (BackupArchive archive = BackupArchive.open(which)) {
            return BackupCheck.of(archive, Optional.of(key), NOBODY);
        }
    }

    @Test
    void whatIsRestoredIsWhatWasThere() throws IOException {
        BackupManifest manifest = make(true);
        from.jdbc().update("update token_entry set owner = null");

        assertThat(restore(false).isSound()).isTrue();

        assertThat(into.rows()).isEqualTo(from.rows());
        assertThat(manifest.events()).isEqualTo(2);
        assertThat(into.jdbc().queryForObject("select nextval('token_seq')", Long.class))
                .isEqualTo(4712);
        assertThat(into.jdbc().queryForObject("select nextval('domain_event_seq')", Long.class))
                .isEqualTo(3);
        assertThat(into.jdbc()
                        .update("insert into feed_dead_letter (feed, position, event_id, kind, reason)"
                                + " values (7, 2, 'e', 'k', 'r')"))
                .isEqualTo(1);
        assertThat(into.tables()).contains("pin_digest", "usercache");
        assertThat(into.flyway().info().pending()).isEmpty();
        assertThat(Files.readString(target().resolve("master.key")).strip()).isEqualTo(key.line());
        noServerStartsBeforeReadModelsAreMade();
    }

    private void noServerStartsBeforeReadModelsAreMade() {
        DatabaseUse server = into.use("server");
        assertThatThrownBy(server::requireFinished)
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("symbolon backup restore");
        into.jdbc().execute(DatabaseUse.finished());
        server.requireFinished();
    }

    @Test
    void theFileIsForItsOwnerAloneAndTakesTheNameOfNoOther() throws IOException {
        make(false);
        byte[] first = Files.readAllBytes(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> make(false))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("already a file");
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a.backup", "data", "key");
    }

    @Test
    void itIsRefusedWhileAServerRuns() {
        make(true);
        DatabaseUse server = into.use("the server");
        server.share();

        assertThatThrownBy(() -> restore(false))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("symbolon the server at 127.0.0.1");
        closed(server);
    }

    @Test
    void nobodyBeginsToWorkOnADatabaseThatSomebodyHasAlone() {
        DatabaseUse alone = into.use("restore");
        alone.takeAlone();

        assertThatThrownBy(() -> into.use("server").share())
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("symbolon restore");
        closed(alone);
    }

    @Test
    void withoutItsMasterKeyItIsRefusedAndTheKeyIsNamed() {
        make(false);

        assertThatThrownBy(() -> restore(false))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining(key.fingerprint())
                .hasMessageContaining("--master-key");

        Path wrong = folder.resolve("wrong");
        MasterKey other = MasterKey.inFile(wrong, random);
        assertThatThrownBy(() -> restore(into.use("r"), Optional.of(wrong), false))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining(key.fingerprint())
                .hasMessageContaining(other.fingerprint());
        assertThat(into.rows().get("domain_event")).isEmpty();
        assertThat(target()).isEmptyDirectory();

        restore(into.use("r"), Optional.of(folder.resolve("key")), false);
        assertThat(into.rows().get("domain_event")).hasSize(2);
    }

    @Test
    void aDatabaseThatIsNotEmptyIsReplacedOnlyWhereThatIsWanted() throws Exception {
        make(true);
        MasterKey other = MasterKey.inFile(target().resolve("master.key"), random);
        into.jdbc().update("insert into data_key (id, wrapped) values ('old', '')");
        Files.writeString(target().resolve("stream.checkpoint"), "of the longer stream");

        assertThatThrownBy(() -> restore(false))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("--replace");
        assertThat(into.rows().get("data_key")).hasSize(1);

        restore(true);

        assertThat(into.rows().get("data_key")).isEqualTo(from.rows().get("data_key"));
        assertThat(target().resolve("stream.checkpoint")).doesNotExist();
        MasterKey found = new MasterKeyOfDatabase(JdbcClient.create(into.source()), new TransactionTemplate(), random)
                .in(target());
        assertThat(found.fingerprint()).isEqualTo(key.fingerprint());
        assertThat(Files.readString(target().resolve("master.key." + other.fingerprint() + ".old"))
                        .strip())
                .isEqualTo(other.line());
    }

    @Test
    void aBackupOfAnEarlierVersionIsBroughtUpToDate() throws Exception {
        try (BackupDatabase earlier = new BackupDatabase("23")) {
            earlier.jdbc().execute("create table feed_progress ()");
            earlier.jdbc().execute("create table feed_dead_letter ()");
            MasterKey keyThere = MasterKey.inFile(folder.resolve("key"), random);
            AppendedEvents.append(
                    earlier.source(),
                    keyThere,
                    List.of(new GenericDomainEventMessage<>("Token", "token/A", 0, new TokenDisabled("A", 1))));
            make(earlier, file, true);
        }
        withoutTables("feed_progress", "feed_dead_letter");

        restore(false);

        assertThat(into.rows().get("domain_event")).hasSize(1);
        assertThat(into.flyway().info().pending()).isEmpty();
        assertThat(into.tables()).contains("feed_progress");
    }

    /** What an earlier version did not have, its backups do not hold. */
    private void withoutTables(String... names) {
        BackupManifest manifest;
        try (BackupArchive archive = BackupArchive.open(file)) {
            manifest = archive.manifest();
        }
        BackupManifest without = new BackupManifest(
                manifest.form(),
                manifest.madeBy(),
                manifest.madeAt(),
                manifest.node(),
                manifest.storeVersion(),
                manifest.lastPosition(),
                manifest.masterKey(),
                manifest.holdsMasterKey(),
                manifest.tables().stream()
                        .filter(table -> !List.of(names).contains(table.name()))
                        .toList(),
                manifest.sequences());
        RewrittenBackup.manifest(file, without, key);
    }

    @Test
    void aBackupOfALaterVersionIsRefused() {
        from.jdbc()
                .update(
                        "insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                                + " execution_time, success) values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 'x', 1, true)");
        make(true);

        assertThatThrownBy(() -> restore(false))
                .isInstanceOf(LaterVersionException.class)
                .hasMessageContaining("9999");
        assertThat(into.tables()).doesNotContain("restore_unfinished");
    }

    @Test
    void anySpoiltByteIsFoundOrChangesNothing() throws IOException {
        make(true);
        byte[] content = Files.readAllBytes(file);
        BackupCheck.Findings sound = check(file);
        assertThat(sound.isSound()).isTrue();
        assertThat(sound.sealed()).contains(true);
        int found = 0;
        for (int at = 0; at < content.length; at += 29) {
            byte[] spoilt = content.clone();
            spoilt[at] ^= 0x10;
            Path where = Files.write(folder.resolve("spoilt"), spoilt);
            found += isFound(where) ? 1 : 0;
            Files.delete(where);
        }
        // What zip files say twice, and times and check sums of theirs, are read by nobody.
        assertThat(found).isGreaterThan(content.length / 29 / 2);
    }

    /** What is not found must not matter: all rows are those whose digests stand in what the master key vouches for. */
    private boolean isFound(Path spoilt) {
        try {
            BackupCheck.Findings findings = check(spoilt);
            if (findings.isSound()) {
                assertThat(findings.sealed()).contains(true);
            }
            return !findings.isSound();
        } catch (BackupException refused) {
            return true;
        }
    }

    @Test
    void aBackupThatWasCutOffIsNone() throws IOException {
        make(true);
        byte[] content = Files.readAllBytes(file);

        for (int length = 0; length < content.length; length += 211) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(content, length));
            assertThatThrownBy(() -> BackupArchive.open(cut)).isInstanceOf(BackupException.class);
            Files.delete(cut);
        }
    }

    @Test
    void whoeverMakesOneUpWithoutTheMasterKeyIsFoundOut() {
        make(false);
        BackupManifest manifest;
        try (BackupArchive archive = BackupArchive.open(file)) {
            manifest = archive.manifest();
        }
        MasterKey other = MasterKey.inFile(folder.resolve("other"), random);
        RewrittenBackup.manifest(file, manifest, other);

        assertThat(check(file).faults()).hasSize(1);
        assertThatThrownBy(() -> restore(into.use("r"), Optional.of(folder.resolve("key")), false))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("does not vouch");
    }

    @Test
    void eventsThatCannotBeReadAreNamed() {
        from.jdbc().update("update domain_event set payload = '{}' where aggregate_identifier = 'token/A'");
        make(true);

        assertThat(check(file).unreadable())
                .containsExactly("Event 1, TokenDisabled of token/A, is not what was stored.");
        assertThat(check(file).faults()).isEmpty();
    }
}
