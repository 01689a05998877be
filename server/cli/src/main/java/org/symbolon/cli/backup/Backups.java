package org.symbolon.cli.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.symbolon.cli.kernel.Progress;

/**
 * Makes backups of all that cannot be made again; {@link Backend#restore} puts them back.
 *
 * <p>What cannot be done is a {@link CommandFailedException}.
 */
public interface Backups {

    /** Writes a file that must not be there yet; servers go on meanwhile. */
    Made create(Path file, boolean withMasterKey, Progress progress);

    /**
     * A backup that was made.
     *
     * @param notInIt what else lies in the data directory that should be kept
     */
    record Made(long events, long lastPosition, long bytes, String masterKey, List<Path> notInIt) {}

    /**
     * What is to be restored.
     *
     * @param masterKey a file with the key that it lies under; empty if that is in the backup or in the data directory
     * @param replace whether what the database holds may go
     */
    record Restoration(Path file, Optional<Path> masterKey, boolean replace) {}

    /**
     * What was restored.
     *
     * @param madeAt when the backup was made
     * @param unreadable events that read models lack, a sentence for each
     * @param obstacle why no read models could be made of the events; empty if they were
     */
    record Restored(
            String madeAt,
            String masterKey,
            long events,
            Duration duration,
            List<String> unreadable,
            Optional<String> obstacle) {}
}
