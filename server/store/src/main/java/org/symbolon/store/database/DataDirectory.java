package org.symbolon.store.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * The one folder in which Symbolon keeps what must survive a restart: the embedded database and the keys. It is private
 * to the user who made it.
 */
public final class DataDirectory {
    /** The name of the file with the master key. */
    public static final String MASTER_KEY = "master.key";

    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Path path;

    private DataDirectory(Path path) {
        this.path = path;
    }

    /** Creates the folder, with mode 700, when it is missing. */
    public static DataDirectory at(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            createPrivately(absolute);
            refuseRootInTheDirectoryOfAnother(absolute);
            return new DataDirectory(absolute.toRealPath());
        } catch (FileAlreadyExistsException e) {
            throw new DatabaseException("the data directory %s is not a directory".formatted(absolute), e);
        } catch (IOException e) {
            throw new DatabaseException(
                    "the data directory %s cannot be made: %s".formatted(absolute, FileTrouble.reason(e)), e);
        }
    }

    /** The folder for those who only look: it is not made. */
    public static DataDirectory existing(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (!Files.exists(absolute)) {
            throw new DatabaseException(
                    "there is no data directory %s: name another with --data or SYMBOLON_DATA, or make one with `symbolon serve`"
                            .formatted(absolute));
        }
        return at(path);
    }

    /** Refuses a folder in which no database was ever made. */
    void requireDatabase() {
        if (!Files.isDirectory(cluster())) {
            throw new DatabaseException(
                    "there is no database in the data directory %s: name another with --data or SYMBOLON_DATA, or make one with"
                                    .formatted(path)
                            + " `symbolon serve`");
        }
    }

    private static void createPrivately(Path absolute) throws IOException {
        if (Files.isDirectory(absolute)) {
            return;
        }
        if (absolute.getParent() != null) {
            Files.createDirectories(absolute.getParent());
        }
        Files.createDirectories(
                absolute, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Files that root makes there would shut the owner out, whose server it is. */
    private static void refuseRootInTheDirectoryOfAnother(Path absolute) throws IOException {
        boolean root = new UnixSystem().getUid() == 0;
        if (root && !Files.getAttribute(absolute, "unix:uid").equals(0)) {
            throw new DatabaseException(
                    "the data directory %s belongs to the user %s: run this as that user, not as root"
                            .formatted(absolute, Files.getOwner(absolute).getName()));
        }
    }

    /** Which group the folder belongs to, and what who may. */
    record Access(Object group, Set<PosixFilePermission> permissions) {}

    /**
     * Lets a group pass through to the database, and closes all else that lies here to it: it could rely on nobody coming so far until
     * now. Only the master key is left as it is, for whoever reads it refuses one that is open. Answers how the folder was before.
     */
    Access admit(int group) throws IOException {
        Access before = new Access(Files.getAttribute(path, "unix:gid"), Files.getPosixFilePermissions(path));
        Set<Path> left = Set.of(cluster(), unfinishedCluster(), binaries(), accessRules(), path.resolve(MASTER_KEY));
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(path, entry -> !left.contains(entry) && !Files.isSymbolicLink(entry))) {
            for (Path entry : entries) {
                Set<PosixFilePermission> permissions = new HashSet<>(Files.getPosixFilePermissions(entry));
                permissions.retainAll(OWNERS);
                Files.setPosixFilePermissions(entry, permissions);
            }
        }
        Set<PosixFilePermission> open = new HashSet<>(before.permissions());
        open.add(PosixFilePermission.GROUP_EXECUTE);
        restore(new Access(group, open));
        return before;
    }

    void restore(Access access) throws IOException {
        Files.setAttribute(path, "unix:gid", access.group());
        Files.setPosixFilePermissions(path, access.permissions());
    }

    public Path path() {
        return path;
    }

    Path lockFile() {
        return path.resolve("symbolon.lock");
    }

    Path cluster() {
        return path.resolve("postgres");
    }

    Path unfinishedCluster() {
        return path.resolve("postgres.unfinished");
    }

    Path passwordFile() {
        return path.resolve("postgres.password");
    }

    Path superuserPasswordFile() {
        return path.resolve("postgres.superuser.password");
    }

    /** Who may log in to the database: beside it, where its own superuser cannot change it. */
    Path accessRules() {
        return path.resolve("postgres.hba");
    }

    Path binaries() {
        return path.resolve("postgres.binaries");
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
