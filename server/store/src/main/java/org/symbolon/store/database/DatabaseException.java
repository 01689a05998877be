package org.symbolon.store.database;

/**
 * The database cannot be had. The message is one line for the person at the terminal: what is wrong and what to do.
 */
public class DatabaseException extends RuntimeException {
    public DatabaseException(String message) {
        super(message);
    }

    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
