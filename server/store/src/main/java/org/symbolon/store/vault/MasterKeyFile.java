package org.symbolon.store.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.symbolon.store.database.FileTrouble;

/**
 * The file of a master key: base64 in one line, for its owner alone. It comes into being complete or not at all, and is
 * never overwritten, for a lost master key loses every secret.
 */
final class MasterKeyFile {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
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
        try {
            create(random);
        } catch (IOException failed) {
            throw new MasterKeyUnusableException(
                    "The master key %s cannot be made: %s".formatted(file, FileTrouble.reason(failed)), failed);
        }
    }

    private void refuseIfTooOpen() throws IOException {
        if (!isPosix(file)) {
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
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(new String(content, StandardCharsets.US_ASCII).strip());
        } catch (IllegalArgumentException notBase64) {
            bytes = new byte[0];
        }
        if (bytes.length != MasterKey.LENGTH) {
            throw new MasterKeyUnusableException(
                    "The master key %s is broken: it must hold 32 bytes as base64; restore it from your backup"
                            .formatted(file));
        }
        return new MasterKey(bytes);
    }

    private void create(SecureRandom random) throws IOException {
        Path directory = Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(directory, "master", ".new", ownerOnly(directory));
        try {
            writeDurably(draft, random);
            publish(draft);
        } finally {
            Files.deleteIfExists(draft);
        }
        makeDurable(directory);
    }

    private static void writeDurably(Path draft, SecureRandom random) throws IOException {
        byte[] bytes = new byte[MasterKey.LENGTH];
        random.nextBytes(bytes);
        String line = Base64.getEncoder().encodeToString(bytes) + "\n";
        ByteBuffer content = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
    }

    /** A hard link never replaces the key of a node that was faster, as a rename would. */
    private void publish(Path draft) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            return;
        } catch (IOException | UnsupportedOperationException noLinksHere) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void makeDurable(Path directory) throws IOException {
        if (!isPosix(directory)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path directory) throws IOException {
        if (!isPosix(directory)) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)};
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private static boolean isPosix(Path path) throws IOException {
        return Files.exists(path) && Files.getFileStore(path).supportsFileAttributeView(PosixFileAttributeView.class);
    }
}
