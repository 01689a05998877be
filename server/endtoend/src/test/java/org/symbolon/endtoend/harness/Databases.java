package org.symbolon.endtoend.harness;

import java.nio.file.Path;
import java.time.Duration;
import org.symbolon.store.database.DataDirectory;
import org.symbolon.store.database.DataDirectoryLock;
import org.symbolon.store.database.DatabaseAccess;
import org.symbolon.store.database.EmbeddedDatabase;
import org.symbolon.store.database.LockHolder;
import org.symbolon.store.database.RootRule;

/** Databases in folders of their own, started by a test itself or found where a server runs one. */
public final class Databases {

    /** To unpack PostgreSQL takes longer than to start it. */
    private static final Path BINARIES = Path.of("target", "postgres.binaries").toAbsolutePath();

    private static final LockHolder HOLDER = LockHolder.server("test", 8080);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Databases() {}

    public static EmbeddedDatabase start(Path directory) {
        return EmbeddedDatabase.start(
                DataDirectoryLock.acquire(DataDirectory.at(directory), HOLDER, PATIENCE), BINARIES, RootRule.ALLOWED);
    }

    /** The way to the database that a server runs on the directory. */
    public static DatabaseAccess runningOn(Path directory) {
        return EmbeddedDatabase.runningOn(DataDirectory.at(directory)).orElseThrow();
    }
}
