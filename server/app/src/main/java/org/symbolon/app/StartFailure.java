package org.symbolon.app;

import org.springframework.boot.web.server.PortInUseException;
import org.symbolon.cli.CommandFailedException;
import org.symbolon.store.database.DatabaseException;

/** Finds among the causes of a failure what a person at the terminal can do something about. */
final class StartFailure {

    private StartFailure() {}

    /** The failure as the command line prints it in one line, or itself where nobody has explained it. */
    static RuntimeException explained(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return new CommandFailedException(
                        "port %d is in use by another program: choose another with --port".formatted(taken.getPort()),
                        failure);
            }
            if (cause instanceof DatabaseException explained) {
                return new CommandFailedException(explained.getMessage(), failure);
            }
        }
        return failure;
    }
}
