package org.symbolon.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.symbolon.store.database.FileTrouble;
import org.symbolon.store.vault.MasterKey;
import tools.jackson.core.JacksonException;

/** A backup that lies there to be read. One that was cut off has no end, and cannot be opened. */
public final class BackupArchive implements AutoCloseable {

    private static final int MOST_BYTES_OF_A_MANIFEST = 1 << 20;

    private final ZipFile zip;
    private final byte[] json;
    private final BackupManifest manifest;

    private BackupArchive(ZipFile zip, byte[] json, BackupManifest manifest) {
        this.zip = zip;
        this.json = json;
        this.manifest = manifest;
    }

    /**
     * Opens it and reads what it says of itself.
     *
     * @throws BackupException if it is none, or not whole, or of a later form
     */
    public static BackupArchive open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BackupException("there is no file %s".formatted(file));
        }
        ZipFile zip = zip(file);
        try {
            byte[] json = bytes(zip, StoreBackup.MANIFEST)
                    .orElseThrow(() -> new BackupException("%s is no backup of Symbolon".formatted(file)));
            BackupManifest manifest = BackupManifest.parse(json);
            if (manifest.form() > BackupManifest.FORM) {
                throw new BackupException(
                        "%s was made by a later version of Symbolon (%s), and this one does not know its form"
                                .formatted(file, manifest.madeBy()));
            }
            return new BackupArchive(zip, json, manifest);
        } catch (IOException | JacksonException | BackupException failed) {
            close(zip);
            throw failed instanceof BackupException explained
                    ? explained
                    : new BackupException(
                            "%s is damaged: what it says of itself cannot be read".formatted(file), failed);
        }
    }

    private static ZipFile zip(Path file) {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException none) {
            throw new BackupException("%s is no backup, or was cut off, or is damaged".formatted(file), none);
        } catch (IOException failed) {
            throw new BackupException("%s cannot be read: %s".formatted(file, FileTrouble.reason(failed)), failed);
        }
    }

    private static void close(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Optional<byte[]> bytes(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return Optional.of(in.readNBytes(MOST_BYTES_OF_A_MANIFEST));
        }
    }

    public BackupManifest manifest() {
        return manifest;
    }

    /** Whether the key vouches for what it says of itself, and so, by the digests in there, for all of it. */
    public boolean isSealedUnder(MasterKey key) {
        try {
            return bytes(zip, StoreBackup.SEAL)
                    .filter(seal -> new ManifestSeal(key).fits(json, seal))
                    .isPresent();
        } catch (IOException damaged) {
            return false;
        }
    }

    /** The master key, if it is in there and is the one that is said to be. */
    public Optional<MasterKey> masterKey() {
        try {
            return bytes(zip, StoreBackup.MASTER_KEY)
                    .flatMap(line -> MasterKey.ofLine(new String(line, StandardCharsets.US_ASCII)))
                    .filter(key -> key.fingerprint().equals(manifest.masterKey()));
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    /** The rows of a table, as COPY has written them. */
    InputStream rows(BackupManifest.Table table) throws IOException {
        ZipEntry entry = zip.getEntry(StoreBackup.entry(table.name()));
        if (entry == null) {
            throw new ZipException("the rows of %s are missing".formatted(table.name()));
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() {
        close(zip);
    }
}
