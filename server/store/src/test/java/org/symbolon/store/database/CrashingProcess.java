package org.symbolon.store.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Runs the embedded database of a directory in a process of its own, for a test to kill. */
final class CrashingProcess {
    private CrashingProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        DataDirectory directory = DataDirectory.at(Path.of(arguments[0]));
        EmbeddedDatabase database = EmbeddedDatabase.start(
                DataDirectoryLock.acquire(directory, LockHolder.server("crashing", 1234), Duration.ZERO),
                Path.of(arguments[1]),
                RootRule.ALLOWED);
        System.out.println(database.pid());
        Thread.currentThread().join();
    }

    static Process start(DataDirectory directory) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingProcess.class.getName(),
                        directory.path().toString(),
                        EmbeddedDatabases.BINARIES.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
