package org.symbolon.cli.backup;

import org.symbolon.cli.kernel.Progress;
import org.symbolon.cli.kernel.SharedOptions;

/** Puts backups back. */
@FunctionalInterface
public interface BackupRestorer {

    /** Puts a backup in the place of what the database holds, which nobody else may be working on. */
    Backups.Restored restore(SharedOptions options, Backups.Restoration restoration, Progress progress);
}
