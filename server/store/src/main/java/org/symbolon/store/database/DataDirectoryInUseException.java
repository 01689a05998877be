package org.symbolon.store.database;

/**
 * Another server holds the data directory. Two servers on one embedded database would be two truths, so the second gives
 * way.
 */
public final class DataDirectoryInUseException extends DatabaseException {
    DataDirectoryInUseException(DataDirectory directory, LockHolder holder) {
        super("the data directory %s is in use by %s: stop it first, or choose another directory with --data"
                .formatted(directory.path(), holder.describe()));
    }
}
