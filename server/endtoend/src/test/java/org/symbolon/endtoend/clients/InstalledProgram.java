package org.symbolon.endtoend.clients;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of a Debian package that the machine may have. */
record InstalledProgram(Path path) {

    private static final int PATIENCE_SECONDS = 30;

    /** What it said, and how it ended. */
    record Ended(int code, String output) {}

    /** Skips the test, and says why, where it is missing. */
    static InstalledProgram require(String name, String debianPackage) {
        String path = System.getenv().getOrDefault("PATH", "");
        Optional<Path> found = Stream.of(path.split(":", -1))
                .map(folder -> Path.of(folder).resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "There is no " + name + " on this machine: apt-get install " + debianPackage);
        return new InstalledProgram(found.get());
    }

    /** Runs it with a text to read. */
    Ended run(String input, String... arguments) throws IOException, InterruptedException {
        String[] command = Stream.concat(Stream.of(path.toString()), Arrays.stream(arguments))
                .toArray(String[]::new);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(path + " did not end: " + output);
            }
            return new Ended(process.exitValue(), output);
        } finally {
            process.destroyForcibly();
        }
    }
}
