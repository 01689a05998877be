package org.symbolon.store.vault;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.symbolon.store.database.DataDirectory;
import org.symbolon.store.database.FileTrouble;
import org.symbolon.store.database.PrivateFiles;

/**
 * The master keys of a data directory: the one in use, the one that is to follow it, and former ones. A key takes the place of another
 * when the database lies under it, and not before; at every moment one of the files is the key of the database, and none is deleted.
 */
public final class MasterKeyFiles {

    private static final String NEXT = DataDirectory.MASTER_KEY + ".next";
    private static final String FORMER = ".old";

    private final Path directory;

    private MasterKeyFiles(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    public static MasterKeyFiles in(Path directory) {
        return new MasterKeyFiles(directory);
    }

    /** Where the key lies that is in use. */
    public Path file() {
        return directory.resolve(DataDirectory.MASTER_KEY);
    }

    /** Where the key lies that is to follow. */
    public Path nextFile() {
        return directory.resolve(NEXT);
    }

    /** Where a former key lies, or would. */
    public Path formerFile(String fingerprint) {
        return directory.resolve(DataDirectory.MASTER_KEY + "." + fingerprint + FORMER);
    }

    public Optional<MasterKey> current() {
        return new MasterKeyFile(file()).read();
    }

    public Optional<MasterKey> next() {
        return new MasterKeyFile(nextFile()).read();
    }

    /** The key of another file. */
    public static Optional<MasterKey> at(Path file) {
        return new MasterKeyFile(file).read();
    }

    /** Whichever of the keys has this fingerprint. */
    public Optional<MasterKey> find(String fingerprint) {
        return Stream.of(file(), nextFile(), formerFile(fingerprint))
                .flatMap(file -> at(file).stream())
                .filter(key -> key.fingerprint().equals(fingerprint))
                .findFirst();
    }

    /** The files of former keys. */
    public List<Path> former() {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(directory, DataDirectory.MASTER_KEY + ".*" + FORMER)) {
            found.forEach(files::add);
        } catch (IOException failed) {
            throw new MasterKeyUnusableException(
                    "The directory %s cannot be read: %s".formatted(directory, FileTrouble.reason(failed)), failed);
        }
        files.sort(null);
        return files;
    }

    /** Lays the key of a directory that has none. */
    public void lay(MasterKey key) {
        new MasterKeyFile(file()).create(key);
    }

    /**
     * The key that is to follow: the given one, or the one that was made ready before, or a new one. It changes nothing yet.
     *
     * @throws MasterKeyUnusableException if another one was made ready than the given one
     */
    public MasterKey prepareNext(Optional<MasterKey> given, SecureRandom random) {
        MasterKeyFile file = new MasterKeyFile(nextFile());
        given.ifPresent(file::create);
        MasterKey next = file.readOrCreate(random);
        if (given.isPresent() && !given.get().fingerprint().equals(next.fingerprint())) {
            throw new MasterKeyUnusableException(
                    "There is already another key %s, with the fingerprint %s: take that one, or delete it if no other node has it"
                            .formatted(file, next.fingerprint()));
        }
        return next;
    }

    /**
     * Puts the key that is to follow in its place if it has the fingerprint, and keeps the former one beside it. Whoever is ended in the
     * middle leaves it to the next start. Answers whether the key in use is now the one that followed.
     */
    public boolean takeNext(String fingerprint) {
        if (next().filter(key -> key.fingerprint().equals(fingerprint)).isEmpty()) {
            return false;
        }
        current()
                .filter(key -> !key.fingerprint().equals(fingerprint))
                .ifPresent(former -> new MasterKeyFile(formerFile(former.fingerprint())).create(former));
        try {
            PrivateFiles.replace(nextFile(), file());
        } catch (IOException failed) {
            throw new MasterKeyUnusableException(
                    "The master key %s cannot be put in its place: %s"
                            .formatted(nextFile(), FileTrouble.reason(failed)),
                    failed);
        }
        return true;
    }
}
