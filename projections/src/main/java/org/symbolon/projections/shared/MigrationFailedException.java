package org.symbolon.projections.shared;

/** The tables could not be brought up to date; the message says in one line which, and why. */
public final class MigrationFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MigrationFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
