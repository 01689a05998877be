package org.symbolon.store.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.symbolon.store.database.FileTrouble;
import org.symbolon.store.database.PrivateFiles;

/**
 * The file of a master key: base64 in one line, for its owner alone. It comes into being complete or not at all, and is
 * never overwritten, for a lost master key loses every secret.
 */
final class MasterKeyFile {

    private static final Set<PosixFilePermission> TOO_OPEN = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path file;

    MasterKeyFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    MasterKey readOrCreate(SecureRandom random) {
        return read().orElseGet(() -> {
            make(random);
            return read().orElseThrow(() -> new MasterKeyUnusableException(
                    "The master key %s was taken away while it was made".formatted(file)));
        });
    }

    /** The key, if there is such a file. */
    Optional<MasterKey> read() {
        try {
            refuseIfTooOpen();
            return Optional.of(decode(Files.readAllBytes(file)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new MasterKeyUnusableException(
                    "The master key %s cannot be read: %s".formatted(file, FileTrouble.reason(failed)), failed);
        }
    }

    private void make(SecureRandom random) {
        byte[] bytes = new byte[MasterKey.LENGTH];
        random.nextBytes(bytes);
        create(new MasterKey(bytes));
    }

    /** Makes the file, unless there is one already. */
    void create(MasterKey key) {
        try {
            writeDurably(key);
        } catch (IOException failed) {
            throw new MasterKeyUnusableException(
                    "The master key %s cannot be made: %s".formatted(file, FileTrouble.reason(failed)), failed);
        }
    }

    private void refuseIfTooOpen() throws IOException {
        if (!PrivateFiles.isPosix(file)) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.stream().anyMatch(TOO_OPEN::contains)) {
            throw new MasterKeyUnusableException(
                    "The master key %s is open to group or others (%s): run chmod 600 on it"
                            .formatted(file, PosixFilePermissions.toString(permissions)));
        }
    }

    private MasterKey decode(byte[] content) {
        return MasterKey.ofLine(new String(content, StandardCharsets.US_ASCII))
                .orElseThrow(() -> new MasterKeyUnusableException(
                        "The master key %s is broken: it must hold 32 bytes as base64; restore it from your backup"
                                .formatted(file)));
    }

    private void writeDurably(MasterKey key) throws IOException {
        Path draft = PrivateFiles.draft(file.getParent(), "master");
        try {
            Files.writeString(draft, key.line() + "\n", StandardCharsets.US_ASCII);
            PrivateFiles.publish(draft, file);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            return;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
