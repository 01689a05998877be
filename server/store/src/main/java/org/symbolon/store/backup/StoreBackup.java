package org.symbolon.store.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.store.database.FileTrouble;
import org.symbolon.store.database.PrivateFiles;
import org.symbolon.store.database.WatchedDataSource;
import org.symbolon.store.vault.MasterKey;

/**
 * Makes a backup: one snapshot of the store's tables in one file, while servers go on. It reads in streams, holds up nobody who writes,
 * and has its name only once it is complete.
 */
@Component
public final class StoreBackup {

    static final String MANIFEST = "manifest.json";
    static final String SEAL = "manifest.seal";
    static final String MASTER_KEY = "master.key";

    private static final String EVENTS = "domain_event";
    private static final int BUFFER = 1 << 16;

    private final DataSource source;
    private final MasterKey key;
    private final String node;
    private final Clock clock;

    public StoreBackup(DataSource source, MasterKey key, @Value("${symbolon.node}") String node, Clock clock) {
        this.source = source;
        this.key = key;
        this.node = node;
        this.clock = clock;
    }

    /**
     * Writes a file that must not be there yet.
     *
     * @param version of Symbolon
     * @param withMasterKey whether the file shall open all secrets that are in it
     * @param progress hears how many events are written, and of how many
     * @throws BackupException if it cannot be made; nothing is left then
     */
    public BackupManifest write(Path file, String version, boolean withMasterKey, BiConsumer<Long, Long> progress) {
        Path absolute = file.toAbsolutePath();
        try {
            Path draft = PrivateFiles.draft(absolute.getParent(), absolute.getFileName() + ".");
            try {
                BackupManifest manifest = write(draft, new Writing(version, withMasterKey, progress));
                PrivateFiles.publish(draft, absolute);
                return manifest;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (FileAlreadyExistsException there) {
            throw new BackupException("there is already a file %s".formatted(absolute), there);
        } catch (IOException failed) {
            throw new BackupException(
                    "the backup %s cannot be written: %s".formatted(absolute, FileTrouble.reason(failed)), failed);
        } catch (SQLException failed) {
            throw new BackupException("the database could not be read: " + failed.getMessage(), failed);
        }
    }

    private BackupManifest write(Path draft, Writing writing) throws IOException, SQLException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft), BUFFER);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
                Connection connection =
                        source.unwrap(WatchedDataSource.class).unhurried().getConnection()) {
            zip.setLevel(Deflater.BEST_SPEED);
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            BackupManifest manifest = writing.of(connection, zip);
            byte[] json = manifest.json();
            put(zip, MANIFEST, json);
            put(zip, SEAL, new ManifestSeal(key).of(json));
            if (writing.withMasterKey) {
                put(zip, MASTER_KEY, (key.line() + "\n").getBytes(StandardCharsets.US_ASCII));
            }
            connection.rollback();
            return manifest;
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** Where the rows of a table lie in the file. */
    static String entry(String table) {
        return "tables/" + table;
    }

    private final class Writing {

        private final String version;
        private final boolean withMasterKey;
        private final BiConsumer<Long, Long> progress;

        private Writing(String version, boolean withMasterKey, BiConsumer<Long, Long> progress) {
            this.version = version;
            this.withMasterKey = withMasterKey;
            this.progress = progress;
        }

        /** The first question takes the snapshot, for all that follow. */
        private BackupManifest of(Connection connection, ZipOutputStream zip) throws IOException, SQLException {
            long last = Long.parseLong(
                    single(connection, "select coalesce(max(global_index), 0) from public.domain_event"));
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            String storeVersion = single(
                    connection,
                    "select version from public.flyway_schema_history where success order by installed_rank desc limit 1");
            List<BackupManifest.Table> tables = new ArrayList<>();
            for (String name : StoreTables.kept()) {
                tables.add(table(connection, zip, name, name.equals(EVENTS) ? last : 0));
            }
            return new BackupManifest(
                    BackupManifest.FORM,
                    version,
                    now.toString(),
                    node,
                    storeVersion,
                    last,
                    key.fingerprint(),
                    withMasterKey,
                    tables,
                    sequences(connection));
        }

        private BackupManifest.Table table(Connection connection, ZipOutputStream zip, String name, long all)
                throws IOException, SQLException {
            List<String> columns = list(
                    connection,
                    "select attname from pg_attribute where attrelid = 'public.%s'::regclass and attnum > 0 and not attisdropped order by attnum"
                            .formatted(name));
            zip.putNextEntry(new ZipEntry(entry(name)));
            Measured rows = new Measured(zip, done -> {
                if (all > 0) {
                    progress.accept(done, all);
                }
            });
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            String order = name.equals(EVENTS) ? " order by global_index" : "";
            copy.copyOut(
                    "copy (select %s from public.%s%s) to stdout".formatted(String.join(", ", columns), name, order),
                    rows);
            zip.closeEntry();
            return new BackupManifest.Table(name, columns, rows.rows(), rows.bytes(), rows.sha256Hex());
        }

        /** They are read last, for no snapshot holds them: a number too high harms nothing. */
        private Map<String, BackupManifest.Numbers> sequences(Connection connection) throws SQLException {
            Map<String, BackupManifest.Numbers> sequences = new TreeMap<>();
            for (String name :
                    list(connection, "select sequencename from pg_sequences where schemaname = 'public' order by 1")) {
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery(
                                "select last_value, is_called from public.\"%s\"".formatted(name))) {
                    row.next();
                    sequences.put(name, new BackupManifest.Numbers(row.getLong(1), row.getBoolean(2)));
                }
            }
            return sequences;
        }
    }

    private static String single(Connection connection, String question) throws SQLException {
        return list(connection, question).get(0);
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
