package org.symbolon.connectors.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the files of user and machine stores may lie. Whoever may make a resolver says what the server reads, so nothing else of the
 * machine can be reached by that: regular files below some directories, and no links out of them.
 */
public final class StoreFiles {

    private static final String OUTSIDE = "it lies in none of the directories that symbolon.store-files names";

    private final List<Path> directories;

    /** The directories; a relative name is one in the first of them. */
    public StoreFiles(List<Path> directories) {
        if (directories.isEmpty()) {
            throw new IllegalArgumentException("symbolon.store-files names no directory");
        }
        this.directories = directories.stream()
                .map(directory -> directory.toAbsolutePath().normalize())
                .toList();
    }

    /**
     * The file of a name, whether it is there or not.
     *
     * @throws InvalidPathException if the name is no path
     */
    public Path named(String name) {
        return directories.get(0).resolve(name).normalize();
    }

    /** Why the file of this name could never be read; empty if it could, whether it is there or not. */
    public Optional<String> objection(String name) {
        Path file;
        try {
            file = named(name);
        } catch (InvalidPathException invalid) {
            return Optional.of("The name of the file is no path");
        }
        return directories.stream().anyMatch(file::startsWith)
                ? Optional.empty()
                : Optional.of("The file " + file + " cannot be used: " + OUTSIDE + " (SYMBOLON_STORE_FILES)");
    }

    /** Refuses to read what is no regular file, or lies elsewhere once links are followed. To be called before each reading. */
    public void requireReadable(Path file) throws IOException {
        Path real = file.toRealPath();
        if (!isInside(real)) {
            throw new FileSystemException(file.toString(), null, OUTSIDE);
        }
        if (!Files.isRegularFile(real)) {
            throw new FileSystemException(file.toString(), null, "it is no regular file");
        }
    }

    private boolean isInside(Path real) throws IOException {
        for (Path directory : directories) {
            if (Files.isDirectory(directory) && real.startsWith(directory.toRealPath())) {
                return true;
            }
        }
        return false;
    }
}
