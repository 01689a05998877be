package org.symbolon.store.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root, while containers and first tries often are root. So root starts it without its
 * powers: in a user namespace that maps nobody, where files still belong to root, or else as an unprivileged user.
 */
final class PostgresAccount {
    private static final int ROOT = 0;

    private final int user;
    private final int group;
    private final List<String> prefix;

    private PostgresAccount(int user, int group, List<String> prefix) {
        this.user = user;
        this.group = group;
        this.prefix = prefix;
    }

    static PostgresAccount choose() {
        UnixSystem system = new UnixSystem();
        PostgresAccount self = new PostgresAccount((int) system.getUid(), (int) system.getGid(), List.of());
        if (system.getUid() != ROOT) {
            return self;
        }
        return inUserNamespace()
                .or(() -> Stream.of("postgres", "nobody")
                        .flatMap(name -> asUser(name).stream())
                        .findFirst())
                .orElseThrow(() -> new DatabaseException(
                        "PostgreSQL refuses to run as root, and neither unshare, setpriv nor chroot can drop its powers"
                                + " here: run Symbolon as an ordinary user"));
    }

    private static Optional<PostgresAccount> inUserNamespace() {
        List<String> prefix = List.of("unshare", "-U");
        return usable(prefix) ? Optional.of(new PostgresAccount(ROOT, ROOT, prefix)) : Optional.empty();
    }

    static Optional<PostgresAccount> asUser(String name) {
        if (!ExternalProgram.succeeds(List.of("id", name))) {
            return Optional.empty();
        }
        int user = identifier("-u", name);
        int group = identifier("-g", name);
        List<String> setpriv =
                List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups", "--no-new-privs");
        List<String> chroot = List.of("chroot", "--userspec=%d:%d".formatted(user, group), "--groups=", "/");
        return Stream.of(setpriv, chroot)
                .filter(PostgresAccount::usable)
                .findFirst()
                .map(prefix -> new PostgresAccount(user, group, prefix));
    }

    private static int identifier(String option, String name) {
        return Integer.parseInt(
                ExternalProgram.require(List.of("id", option, name), "").strip());
    }

    private static boolean usable(List<String> prefix) {
        return ExternalProgram.succeeds(concatenate(prefix, List.of("true")));
    }

    List<String> command(List<String> command) {
        return concatenate(prefix, command);
    }

    /** Lets the account reach a file of the directory without letting it list, or read what else lies there. */
    void openTheWayTo(DataDirectory directory, Path program) {
        if (user == new UnixSystem().getUid()) {
            return;
        }
        try {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(directory.path()));
            permissions.addAll(Set.of(PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE));
            Files.setPosixFilePermissions(directory.path(), permissions);
        } catch (IOException e) {
            throw new DatabaseException("the permissions of %s cannot be set: %s".formatted(directory, e), e);
        }
        if (!ExternalProgram.succeeds(command(List.of("test", "-x", program.toString())))) {
            throw new DatabaseException(
                    "PostgreSQL refuses to run as root, and the user it runs as instead cannot reach %s: choose a --data"
                                    .formatted(directory)
                            + " that every user may traverse, or run Symbolon as an ordinary user");
        }
    }

    /** A folder may come from a run under another account. */
    void own(Path folder) {
        try {
            if (!Files.getAttribute(folder, "unix:uid").equals(user)) {
                changeOwner(folder);
            }
        } catch (IOException e) {
            throw new DatabaseException(
                    "%s belongs to another user: run Symbolon as that user (%s)".formatted(folder, e.getMessage()), e);
        }
    }

    private void changeOwner(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                return chown(file);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                return chown(visited);
            }
        });
    }

    private FileVisitResult chown(Path path) throws IOException {
        Files.setAttribute(path, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
        return FileVisitResult.CONTINUE;
    }

    private static List<String> concatenate(List<String> prefix, List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }
}
