package org.symbolon.cli.janitor;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Clears away what has expired, as a server does by itself every minute. */
abstract class CleanUpCommand implements Runnable, ByServer {

    private final Backend backend;
    private final TokenStock.Expired kind;
    private final String what;

    @Spec
    private CommandSpec specification;

    @Mixin
    private SharedOptions options;

    CleanUpCommand(Backend backend, TokenStock.Expired kind, String what) {
        this.backend = backend;
        this.kind = kind;
        this.what = what;
    }

    @Override
    public void run() {
        boolean any =
                backend.reading().ask(options, TokenStock.class, stock -> stock.removeExpired(backend.account(), kind));
        specification.commandLine().getOut().println((any ? "Removed " : "There were no ") + what + ".");
    }

    /** Those of challenges. */
    @Command(
            name = "cleanupchallenges",
            description = "Remove challenges that have expired. A server does so by itself, unless told otherwise.")
    static final class OfChallenges extends CleanUpCommand {
        OfChallenges(Backend backend) {
            super(backend, TokenStock.Expired.CHALLENGES, "expired challenges");
        }
    }

    /** Those of log-ins that were ended. */
    @Command(
            name = "cleanupjwtblacklist",
            description = "Remove revocations of log-in tokens that have expired. A server does so by itself.")
    static final class OfRevokedLogins extends CleanUpCommand {
        OfRevokedLogins(Backend backend) {
            super(backend, TokenStock.Expired.REVOKED_LOGINS, "expired revocations of log-ins");
        }
    }
}
