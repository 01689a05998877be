package org.symbolon.endtoend.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Machines for a machine resolver. */
public final class HostsFile {

    private HostsFile() {}

    public static Path write(Path folder, String... lines) {
        try {
            return Files.write(Files.createDirectories(folder).resolve("hosts"), List.of(lines));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
