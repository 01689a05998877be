package org.symbolon.store.database;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Runs the small programs that set a database up, and turns their failure into one line. */
final class ExternalProgram {
    private static final long TIME_LIMIT_SECONDS = 120;
    private static final File EVERYWHERE = new File("/");
    private static final Pattern TOLD = Pattern.compile("PATH|LANG|LC_.*|TZ|TMPDIR|(LD|DYLD)_LIBRARY_PATH");

    private ExternalProgram() {}

    record Result(int exitCode, String output) {
        boolean isSuccess() {
            return exitCode == 0;
        }
    }

    static String require(List<String> command, String input) {
        Result result;
        try {
            result = run(command, input);
        } catch (IOException e) {
            throw new DatabaseException("%s cannot be run: %s".formatted(command.get(0), e.getMessage()), e);
        }
        if (!result.isSuccess()) {
            throw new DatabaseException("%s failed with code %d: %s"
                    .formatted(
                            String.join(" ", command),
                            result.exitCode(),
                            result.output().strip().replaceAll("\\s*\\R\\s*", "; ")));
        }
        return result.output();
    }

    static boolean succeeds(List<String> command) {
        try {
            return run(command, "").isSuccess();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * What it says comes as one. It is told nothing of our environment, where passwords and keys can stand, and begins where every
     * account may be.
     */
    static Process start(List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(EVERYWHERE).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> !TOLD.matcher(name).matches());
        return builder.start();
    }

    private static Result run(List<String> command, String input) throws IOException {
        Process process = start(command);
        try {
            try (OutputStream stream = process.getOutputStream()) {
                stream.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(TIME_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("no end after %d seconds".formatted(TIME_LIMIT_SECONDS));
            }
            return new Result(process.exitValue(), output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
