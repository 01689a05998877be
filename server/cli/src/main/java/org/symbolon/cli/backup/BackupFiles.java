package org.symbolon.cli.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.symbolon.cli.kernel.Progress;

/** Looks at backups, for which it needs neither a database nor a server. */
public interface BackupFiles {

    /**
     * Reads all of a backup.
     *
     * @param masterKeys files that may hold the key that it lies under; those that are not there, or hold another, are passed over
     */
    Report check(Path file, List<Path> masterKeys, Progress progress);

    /**
     * What a backup is.
     *
     * @param masterKey the fingerprint of the key that it lies under
     * @param sealed whether that key vouches for it; empty if it was not at hand
     * @param faults what is not as it was written, a sentence for each
     * @param unreadable events that cannot be read, a sentence for each
     */
    record Report(
            String madeBy,
            String madeAt,
            String node,
            String storeVersion,
            long lastPosition,
            String masterKey,
            boolean holdsMasterKey,
            List<Part> parts,
            Optional<Boolean> sealed,
            List<String> faults,
            List<String> unreadable) {}

    /** A table in it. */
    record Part(String name, long rows, long bytes) {}
}
