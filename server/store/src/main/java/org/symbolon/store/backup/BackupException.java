package org.symbolon.store.backup;

/** A backup cannot be made, or used; the message is the one line that whoever asked for it gets to read. */
public final class BackupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BackupException(String message) {
        super(message);
    }

    public BackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
