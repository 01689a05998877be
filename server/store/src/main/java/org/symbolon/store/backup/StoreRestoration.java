package org.symbolon.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.projections.shared.LaterVersionException;
import org.symbolon.projections.shared.SchemaMigration;
import org.symbolon.store.database.DatabaseUse;
import org.symbolon.store.database.WatchedDataSource;
import org.symbolon.store.vault.MasterKey;
import org.symbolon.store.vault.MasterKeyFiles;

/**
 * Puts a backup in the place of what a database holds. It is loaded into a schema of its own, as the version that made it knew its tables,
 * brought up to date there, and swapped in by one transaction: until then nothing has changed, whatever ends this. From then on until
 * the read models are made anew no server starts, so that nobody takes a half for the whole.
 */
@Component
public final class StoreRestoration {

    private static final String STAGE = "restoring";
    private static final String NAME = "[a-z][a-z0-9_]*";
    private static final String CHECKPOINT = "stream.checkpoint";

    private final DataSource source;
    private final DatabaseUse use;
    private final SecureRandom random;
    private final Path data;

    public StoreRestoration(
            DataSource source, DatabaseUse use, SecureRandom random, @Value("${symbolon.data}") Path data) {
        this.source = source;
        this.use = use;
        this.random = random;
        this.data = data;
    }

    /**
     * Replaces what the database holds, whose tables are up to date. No server starts on it until a rebuild has made all read models anew.
     *
     * @param given a file with the master key, where it is neither in the backup nor in the data directory
     * @param replace whether what the database holds may go
     * @throws BackupException if the backup is not to be used, the key is missing or the database is not empty; nothing has changed then
     */
    public BackupCheck.Findings replace(
            Flyway flyway,
            BackupArchive archive,
            Optional<Path> given,
            boolean replace,
            BiConsumer<Long, Long> progress) {
        use.takeAlone();
        BackupManifest manifest = archive.manifest();
        refuseLater(flyway, manifest);
        MasterKey key = key(archive, given);
        refuseOtherKey(key, replace);
        try (Connection connection =
                source.unwrap(WatchedDataSource.class).unhurried().getConnection()) {
            if (!replace && !use.isUnfinished()) {
                refuseFull(connection);
            }
            BackupCheck.Findings findings = BackupCheck.of(archive, Optional.of(key), progress);
            refuseUnsound(findings);
            stage(flyway, connection, archive);
            layKey(key);
            swap(connection);
            putCheckpointAside();
            return findings;
        } catch (SQLException | IOException failed) {
            throw new BackupException("the backup could not be loaded: " + failed.getMessage(), failed);
        }
    }

    private static void refuseLater(Flyway flyway, BackupManifest manifest) {
        MigrationVersion own = flyway.info().current().getVersion();
        if (MigrationVersion.fromVersion(manifest.storeVersion()).compareTo(own) > 0) {
            throw new LaterVersionException(
                    "the backup was made by a later version of Symbolon (%s): its tables have version %s, and this program knows them up to %s"
                            .formatted(manifest.madeBy(), manifest.storeVersion(), own));
        }
    }

    private MasterKey key(BackupArchive archive, Optional<Path> given) {
        String wanted = archive.manifest().masterKey();
        if (given.isPresent()) {
            MasterKey key = MasterKeyFiles.at(given.get())
                    .orElseThrow(() -> new BackupException("there is no file %s".formatted(given.get())));
            if (!key.fingerprint().equals(wanted)) {
                throw new BackupException(
                        "the master key %s has the fingerprint %s, and the backup lies under the one whose fingerprint is %s"
                                .formatted(given.get(), key.fingerprint(), wanted));
            }
            return key;
        }
        return archive.masterKey()
                .or(() -> MasterKeyFiles.in(data).find(wanted))
                .orElseThrow(() -> new BackupException(
                        "the backup lies under the master key whose fingerprint is %s, which is neither in it nor in %s: name its file with --master-key"
                                .formatted(wanted, data.toAbsolutePath().normalize())));
    }

    /** The key of what is there is put aside only by those who have said that it may go. */
    private void refuseOtherKey(MasterKey key, boolean replace) {
        Optional<MasterKey> current = MasterKeyFiles.in(data).current();
        if (!replace
                && current.filter(other -> !other.fingerprint().equals(key.fingerprint()))
                        .isPresent()) {
            throw new BackupException(
                    "%s holds another master key, with the fingerprint %s: with --replace it is put aside"
                            .formatted(
                                    MasterKeyFiles.in(data).file(),
                                    current.get().fingerprint()));
        }
    }

    private static void refuseFull(Connection connection) throws SQLException {
        String full =
                """
                select exists (select from public.domain_event) or exists (select from public.data_key)
                    or exists (select from public.signing_key) or exists (select from public.master_key)
                """;
        if (list(connection, full).get(0).equals("t")) {
            throw new BackupException(
                    "the database is not empty: with --replace the backup takes the place of what it holds");
        }
    }

    private static void refuseUnsound(BackupCheck.Findings findings) {
        if (!findings.faults().isEmpty()) {
            throw new BackupException(
                    "the backup is not used, for it is not as it was written. " + String.join(" ", findings.faults()));
        }
        if (findings.later() > 0) {
            throw new LaterVersionException(
                    "the backup has %d events that a later version of Symbolon has written, and this program does not know"
                            .formatted(findings.later()));
        }
    }

    private void stage(Flyway flyway, Connection connection, BackupArchive archive) throws SQLException, IOException {
        BackupManifest manifest = archive.manifest();
        execute(connection, "drop schema if exists " + STAGE + " cascade");
        execute(connection, "create schema " + STAGE);
        migrate(flyway, MigrationVersion.fromVersion(manifest.storeVersion()));
        for (BackupManifest.Table table : manifest.tables()) {
            load(connection, archive, table);
        }
        for (Map.Entry<String, BackupManifest.Numbers> sequence :
                manifest.sequences().entrySet()) {
            String name = STAGE + "." + safe(sequence.getKey());
            BackupManifest.Numbers numbers = sequence.getValue();
            execute(
                    connection,
                    "select setval(to_regclass('%s'), %d, %s) where to_regclass('%s') is not null"
                            .formatted(name, numbers.last(), numbers.given(), name));
        }
        // Whoever read the stream for a processor is gone.
        execute(connection, "update " + STAGE + ".token_entry set owner = null");
        migrate(flyway, flyway.info().current().getVersion());
    }

    private void migrate(Flyway flyway, MigrationVersion version) throws SQLException {
        SchemaMigration.run(Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(source.unwrap(WatchedDataSource.class).unhurried())
                .schemas(STAGE)
                .defaultSchema(STAGE)
                .target(version)
                .load());
    }

    private static void load(Connection connection, BackupArchive archive, BackupManifest.Table table)
            throws SQLException, IOException {
        List<String> columns =
                table.columns().stream().map(StoreRestoration::safe).toList();
        try (InputStream rows = archive.rows(table)) {
            long loaded = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy %s.%s (%s) from stdin"
                                    .formatted(STAGE, safe(table.name()), String.join(", ", columns)),
                            rows);
            if (loaded != table.rows()) {
                throw new IOException(
                        "%d rows of %s were loaded instead of %d".formatted(loaded, table.name(), table.rows()));
            }
        }
    }

    private static String safe(String name) {
        if (!name.matches(NAME)) {
            throw new BackupException("the backup names a table or column that cannot be one");
        }
        return name;
    }

    /** Before the swap: between the two the former key would not be that of the database, and its file is kept. */
    private void layKey(MasterKey key) {
        MasterKeyFiles files = MasterKeyFiles.in(data);
        if (files.current()
                .filter(there -> there.fingerprint().equals(key.fingerprint()))
                .isPresent()) {
            return;
        }
        if (files.current().isEmpty()) {
            files.lay(key);
            return;
        }
        files.prepareNext(Optional.of(key), random);
    }

    private void swap(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        for (String table : list(connection, named("'r', 'p'", ""))) {
            execute(connection, "drop table if exists public." + safe(table) + " cascade");
            execute(connection, "alter table %s.%s set schema public".formatted(STAGE, safe(table)));
        }
        for (String sequence : list(
                connection,
                named(
                        "'S'",
                        " and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype in ('a', 'i'))"))) {
            execute(connection, "drop sequence if exists public." + safe(sequence) + " cascade");
            execute(connection, "alter sequence %s.%s set schema public".formatted(STAGE, safe(sequence)));
        }
        execute(connection, "drop schema " + STAGE);
        execute(connection, DatabaseUse.unfinished());
        connection.commit();
        connection.setAutoCommit(true);
        for (String table : StoreTables.kept()) {
            execute(connection, "analyze public." + table);
        }
    }

    private static String named(String kinds, String condition) {
        return "select relname from pg_class where relnamespace = '%s'::regnamespace and relkind in (%s)%s order by relname"
                .formatted(STAGE, kinds, condition);
    }

    /** It vouches for a stream that is longer than the restored one. */
    private void putCheckpointAside() throws IOException {
        Path checkpoint = data.resolve(CHECKPOINT);
        if (Files.exists(checkpoint)) {
            Files.move(checkpoint, data.resolve(CHECKPOINT + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> list(Connection connection, String question) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
