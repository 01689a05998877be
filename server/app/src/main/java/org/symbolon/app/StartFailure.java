package org.symbolon.app;

import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.projections.shared.EarlierVersionException;
import org.symbolon.projections.shared.LaterVersionException;
import org.symbolon.projections.shared.MigrationFailedException;
import org.symbolon.store.backup.BackupException;
import org.symbolon.store.database.DatabaseException;
import org.symbolon.store.vault.MasterKeyUnusableException;

/** Finds among the causes of a failure what a person at the terminal can do something about. */
public final class StartFailure {

    private static final List<Class<? extends RuntimeException>> EXPLAINED = List.of(
            CommandFailedException.class,
            BackupException.class,
            DatabaseException.class,
            MasterKeyUnusableException.class,
            EarlierVersionException.class,
            LaterVersionException.class,
            MigrationFailedException.class);

    private StartFailure() {}

    /** The failure as the command line prints it in one line, or itself where nobody has explained it. */
    public static RuntimeException explained(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<String> explanation = explain(cause);
            if (explanation.isPresent()) {
                return new CommandFailedException(explanation.get(), failure);
            }
        }
        return failure;
    }

    private static Optional<String> explain(Throwable cause) {
        if (EXPLAINED.stream().anyMatch(type -> type.isInstance(cause))) {
            return Optional.of(cause.getMessage());
        }
        if (cause instanceof PortInUseException taken) {
            return Optional.of(
                    "port %d is in use by another program: choose another with --port".formatted(taken.getPort()));
        }
        if (cause instanceof WebServerException closed) {
            return refusal(closed).map("the port cannot be opened: %s. Look at --port and SERVER_ADDRESS"::formatted);
        }
        return SettingFault.explain(cause);
    }

    /** What the system says about an address or a port that it does not give. */
    private static Optional<String> refusal(WebServerException closed) {
        for (Throwable cause = closed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketException) {
                return Optional.ofNullable(cause.getMessage());
            }
        }
        return Optional.empty();
    }
}
