package org.symbolon.endtoend.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A disk of its own for a test to fill: memory that is mounted, for which it takes root. */
public final class SmallDisk implements AutoCloseable {

    private static final String SIZE = "size=700m";
    private static final byte[] CHUNK = new byte[1 << 16];

    private final Path place;

    private SmallDisk(Path place) {
        this.place = place;
    }

    /** Nothing where this process may not mount. */
    public static Optional<SmallDisk> mountedAt(Path place) {
        return succeeds("mount", "-t", "tmpfs", "-o", SIZE, "symbolon-test", place.toString())
                ? Optional.of(new SmallDisk(place))
                : Optional.empty();
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Path ballast() {
        return place.resolve("ballast");
    }

    /** Until not one byte is left. */
    public void fill() {
        try (OutputStream file = Files.newOutputStream(ballast())) {
            while (true) {
                file.write(CHUNK);
            }
        } catch (IOException full) {
            if (place.toFile().getUsableSpace() > CHUNK.length) {
                throw new UncheckedIOException(full);
            }
        }
    }

    public void free() {
        try {
            Files.deleteIfExists(ballast());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        succeeds("umount", "--lazy", place.toString());
    }
}
