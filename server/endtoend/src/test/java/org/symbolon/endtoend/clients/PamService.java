package org.symbolon.endtoend.clients;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A service of PAM that nobody has but the test: PAM knows services by files in one folder of the machine. */
record PamService(Path file) implements AutoCloseable {

    private static final Path SERVICES = Path.of("/etc/pam.d");
    private static final Path LIBRARIES = Path.of("/usr/lib");

    /** Skips the test where a service cannot be made, which root alone can. */
    static PamService create(String configuration) throws IOException {
        assumeTrue(Files.isWritable(SERVICES), "Only root can make a service of PAM in " + SERVICES);
        Path file = SERVICES.resolve("symbolon-test-" + ProcessHandle.current().pid());
        return new PamService(Files.writeString(file, configuration));
    }

    /** Skips the test, and says why, where the machine has no such module. */
    static void requireModule(String name, String debianPackage) throws IOException {
        try (Stream<Path> folders = Files.list(LIBRARIES)) {
            boolean isThere = folders.anyMatch(folder -> Files.exists(folder.resolve("security/" + name)));
            assumeTrue(isThere, "There is no " + name + " on this machine: apt-get install " + debianPackage);
        }
    }

    String name() {
        return file.getFileName().toString();
    }

    @Override
    public void close() throws IOException {
        Files.delete(file);
    }
}
