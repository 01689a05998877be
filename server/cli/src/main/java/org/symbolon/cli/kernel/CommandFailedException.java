package org.symbolon.cli.kernel;

/** A command cannot do what it was asked to; the message is the one line that the user gets to read. */
public final class CommandFailedException extends RuntimeException {
    public CommandFailedException(String message) {
        super(message);
    }

    public CommandFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
