package org.symbolon.store.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom PostgreSQL runs as. It refuses to run as root, while containers and first tries often are root, and whoever got hold of its
 * superuser would read whatever its account reads. So root gives it another account.
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

    /**
     * Ourselves, or where we are root an account that can run the program on the directory.
     *
     * @throws DatabaseException if root has no such account, and the rule does not allow to go on without
     */
    static PostgresAccount choose(DataDirectory directory, Path program, RootRule rule) {
        UnixSystem system = new UnixSystem();
        if (system.getUid() != ROOT) {
            return new PostgresAccount((int) system.getUid(), (int) system.getGid(), List.of());
        }
        List<PostgresAccount> others =
                rule.accounts().stream().flatMap(name -> asUser(name).stream()).toList();
        return others.stream()
                .filter(other -> other.reaches(directory, program))
                .findFirst()
                .or(() -> rule.allowed() ? inUserNamespace() : Optional.empty())
                .orElseThrow(() -> refusal(directory, others.isEmpty(), rule));
    }

    private static DatabaseException refusal(DataDirectory directory, boolean nobodyThere, RootRule rule) {
        String accounts = String.join(" or ", rule.accounts());
        String reason = nobodyThere
                ? "it cannot be started as %s: there is no such account, or neither setpriv nor chroot"
                        .formatted(accounts)
                : "%s, as which it could run, cannot reach %s: choose a --data that every user may traverse"
                        .formatted(accounts, directory);
        String wayOut = rule.allowed()
                ? ", and user namespaces are forbidden here. Run Symbolon as an ordinary user"
                : ". Or run Symbolon as an ordinary user, or with --allow-root: then the database's process reads root's files";
        return new DatabaseException("PostgreSQL must not run as root, and " + reason + wayOut);
    }

    /** Without root's powers, and still with root's files: nobody is mapped, but files know better. */
    private static Optional<PostgresAccount> inUserNamespace() {
        List<String> prefix = List.of("unshare", "-U");
        return usable(prefix) ? Optional.of(new PostgresAccount(ROOT, ROOT, prefix)) : Optional.empty();
    }

    static Optional<PostgresAccount> asUser(String name) {
        if (!ExternalProgram.succeeds(List.of("id", name))) {
            return Optional.empty();
        }
        int user = identifier("-u", name);
        if (user == ROOT) {
            return Optional.empty();
        }
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

    /** Lets the account through the directory, if it can come so far, without letting it list or read what else lies there. */
    private boolean reaches(DataDirectory directory, Path program) {
        try {
            DataDirectory.Access before = directory.admit(group);
            boolean reached = Stream.of(directory.path(), program)
                    .allMatch(path -> ExternalProgram.succeeds(command(List.of("test", "-x", path.toString()))));
            if (!reached) {
                directory.restore(before);
            }
            return reached;
        } catch (IOException e) {
            throw new DatabaseException(
                    "the permissions of %s cannot be set: %s".formatted(directory, FileTrouble.reason(e)), e);
        }
    }

    /** Writes a file as the account does, who may have laid a link in its place that leads root astray. */
    void write(Path file, String content) {
        ExternalProgram.require(command(List.of("sh", "-c", "cat > \"$0\"", file.toString())), content);
    }

    /** A folder may come from a run under another account. */
    void own(Path folder) {
        try {
            if (!Files.getAttribute(folder, "unix:uid").equals(user)) {
                changeOwner(folder);
            }
        } catch (IOException e) {
            throw new DatabaseException(
                    "%s belongs to another user: run Symbolon as that user (%s)"
                            .formatted(folder, FileTrouble.reason(e)),
                    e);
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
