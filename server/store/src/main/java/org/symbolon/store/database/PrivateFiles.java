package org.symbolon.store.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Makes files for their owner alone, which come into being complete or not at all and never in the place of another. */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private PrivateFiles() {}

    /** An empty file beside the one that is to be, to be written and then published. */
    public static Path draft(Path directory, String name) throws IOException {
        return Files.createTempFile(Files.createDirectories(directory), name, ".new", ownerOnly(directory));
    }

    /**
     * Gives a draft that is complete its name, durably. The draft may be left behind.
     *
     * @throws FileAlreadyExistsException if there is a file of the name, which is left as it is
     */
    public static void publish(Path draft, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        linkOrMove(draft, file);
        makeDurable(file.toAbsolutePath().getParent());
    }

    /** A hard link never replaces a file that was there first, as a rename would. */
    private static void linkOrMove(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            throw anotherWasFaster;
        } catch (IOException | UnsupportedOperationException noLinksHere) {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Puts a file in the place of another, so that there is always one of the two. */
    public static void replace(Path fresh, Path file) throws IOException {
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        makeDurable(file.toAbsolutePath().getParent());
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

    /** Whether what lies there has rights of owner, group and others. */
    public static boolean isPosix(Path path) throws IOException {
        return Files.exists(path) && Files.getFileStore(path).supportsFileAttributeView(PosixFileAttributeView.class);
    }
}
