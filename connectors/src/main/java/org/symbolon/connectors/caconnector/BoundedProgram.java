package org.symbolon.connectors.caconnector;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.events.shared.Secret;

/**
 * Runs a program without a shell, with nothing of the server's environment, until it ends or its time is over. What it has started goes
 * with it.
 */
final class BoundedProgram {

    private static final String PATH = "/usr/local/bin:/usr/bin:/bin";
    private static final int MOST_OUTPUT = 16 * 1024;

    private BoundedProgram() {}

    /**
     * How it ended.
     *
     * @param output the beginning of what it said, for the log alone
     */
    record Ended(int code, String output) {}

    /**
     * Runs it.
     *
     * @param input what it reads
     * @throws IOException if it cannot be started
     * @throws LateException if it was not done in time, or its thread was interrupted
     */
    static Ended run(List<String> command, Path directory, Secret input, Deadline deadline) throws IOException {
        Path output = Files.createTempFile("symbolon-program", ".out");
        try {
            Process running = started(command, directory, output);
            try {
                tell(running, input);
                if (!running.waitFor(deadline.millisLeft(), TimeUnit.MILLISECONDS)) {
                    throw new LateException();
                }
                return new Ended(running.exitValue(), beginning(output));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new LateException();
            } finally {
                stop(running);
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static Process started(List<String> command, Path directory, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", PATH);
        environment.put("LANG", "C.UTF-8");
        environment.put("HOME", directory.toString());
        return builder.start();
    }

    private static void tell(Process running, Secret input) {
        try (OutputStream stream = running.getOutputStream()) {
            stream.write(input.utf8());
        } catch (IOException unread) {
            // How it ends says whether it needed that.
        }
    }

    private static String beginning(Path output) throws IOException {
        try (InputStream said = Files.newInputStream(output)) {
            return new String(said.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
        }
    }

    private static void stop(Process running) {
        if (running.isAlive()) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        }
    }

    /** It took too long. */
    static final class LateException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LateException() {
            super("was not done in time");
        }
    }
}
