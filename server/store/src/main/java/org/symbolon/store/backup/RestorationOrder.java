package org.symbolon.store.backup;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.flywaydb.core.Flyway;

/**
 * That a backup is to be restored, before an application makes anything that knows the master key or what lies under it. An application that has one
 * carries it out as soon as its tables are up to date.
 */
public final class RestorationOrder {

    private final Path file;
    private final Optional<Path> masterKey;
    private final boolean replace;
    private final BiConsumer<Long, Long> progress;
    private Optional<Outcome> outcome = Optional.empty();

    /**
     * Gives one.
     *
     * @param masterKey a file with the master key, where it is neither in the backup nor in the data directory
     * @param replace whether what the database holds may go
     * @param progress hears of events
     */
    public RestorationOrder(Path file, Optional<Path> masterKey, boolean replace, BiConsumer<Long, Long> progress) {
        this.file = file;
        this.masterKey = masterKey;
        this.replace = replace;
        this.progress = progress;
    }

    /** What was restored, and what was found in it. */
    public record Outcome(BackupManifest manifest, BackupCheck.Findings findings) {}

    /** Carries it out. */
    public void carryOut(StoreRestoration restoration, Flyway flyway) {
        try (BackupArchive archive = BackupArchive.open(file)) {
            BackupCheck.Findings findings = restoration.replace(flyway, archive, masterKey, replace, progress);
            outcome = Optional.of(new Outcome(archive.manifest(), findings));
        }
    }

    public Path file() {
        return file;
    }

    public BiConsumer<Long, Long> progress() {
        return progress;
    }

    /** What came of it. */
    public Outcome outcome() {
        return outcome.orElseThrow(() -> new IllegalStateException("the order was not carried out"));
    }
}
