package org.symbolon.store.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the jar of this platform. They lie in a folder that only its owner may write:
 * zonky's own unpacking makes one that everybody may.
 */
final class PostgresBinaries {
    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** Unpacks once for each build of PostgreSQL, to a folder of its own name that is complete from the moment it is there. */
    static PostgresBinaries unpackedIn(Path folder) {
        try {
            URLConnection archive = archive();
            Path home = folder.resolve("postgresql-" + fingerprint(archive));
            if (!Files.isDirectory(home)) {
                unpack(archive, folder, home);
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new DatabaseException(
                    "PostgreSQL cannot be unpacked to %s: %s".formatted(folder, FileTrouble.reason(e)), e);
        }
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static URLConnection archive() throws IOException {
        String name = "postgres-%s-%s.txz".formatted(operatingSystem(), processor());
        URL resource = PostgresBinaries.class.getResource("/" + name);
        if (resource == null) {
            throw new DatabaseException(
                    "no PostgreSQL comes with Symbolon for this platform (%s): set SPRING_DATASOURCE_URL to a server of"
                                    .formatted(name)
                            + " your own");
        }
        return resource.openConnection();
    }

    private static String operatingSystem() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name;
    }

    private static String processor() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> System.getProperty("os.arch");
        };
    }

    private static String fingerprint(URLConnection archive) throws IOException {
        if (archive instanceof JarURLConnection jar) {
            return "%08x".formatted(jar.getJarEntry().getCrc());
        }
        return Long.toString(archive.getContentLengthLong());
    }

    private static void unpack(URLConnection archive, Path folder, Path home) throws IOException {
        Files.createDirectories(folder);
        Path unfinished = Files.createTempDirectory(folder, "unfinished-");
        try (InputStream stream = new BufferedInputStream(archive.getInputStream());
                TarArchiveInputStream entries = new TarArchiveInputStream(new XZInputStream(stream))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                unpackEntry(entries, entry, unfinished);
            }
        }
        openFolders(folder);
        try {
            Files.move(unfinished, home);
        } catch (IOException e) {
            deleteRecursively(unfinished);
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }

    private static void unpackEntry(TarArchiveInputStream entries, TarArchiveEntry entry, Path target)
            throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("archive entry outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(entries, path);
        boolean program = path.getParent().endsWith("bin");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** Whatever the umask is, the account that PostgreSQL runs as must enter the folders. */
    private static void openFolders(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    static void deleteRecursively(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
