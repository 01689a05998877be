package org.symbolon.endtoend.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;

/** Signals of Unix, which Java knows no more than two of. */
final class Signals {

    /** The oldest first. */
    static final Comparator<ProcessHandle> BY_AGE =
            Comparator.comparing(process -> process.info().startInstant().orElse(Instant.EPOCH));

    private Signals() {}

    /** To a process that may have ended meanwhile. */
    static void send(ProcessHandle process, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
