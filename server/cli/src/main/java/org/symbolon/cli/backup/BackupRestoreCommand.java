package org.symbolon.cli.backup;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ProgressBar;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup back. */
@Command(
        name = "restore",
        description = {
            "Put a backup into an empty database, or with --replace in the place of what it holds, and make the read models"
                    + " of its events. No server may run on the database, on any node.",
            "All of the file is read and checked first. Until it is loaded nothing changes; if the command is ended after that, servers"
                    + " do not start before it was given once more.",
            "Exit code 0 if all is restored; 1 if not, or if events cannot be read, with a line for each."
        })
final class BackupRestoreCommand implements Callable<Integer> {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file;

    @Option(
            names = "--master-key",
            paramLabel = "FILE",
            description =
                    "The master key that the backup lies under, where it is neither in the backup nor in the data directory.")
    private Optional<Path> masterKey = Optional.empty();

    @Option(
            names = "--replace",
            description =
                    "What the database holds goes. Another master key in the data directory is put aside and not deleted.")
    private boolean replace;

    @Mixin
    private SharedOptions options;

    BackupRestoreCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public Integer call() {
        Backups.Restored restored = restore();
        PrintWriter out = specification.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "Restored %,d events from the backup of %s in %.1f s. The master key is %s.%n",
                restored.events(),
                restored.madeAt(),
                restored.duration().toMillis() / 1000.0,
                restored.masterKey());
        restored.unreadable().forEach(out::println);
        restored.obstacle().ifPresent(this::tellObstacle);
        warn(restored.madeAt());
        return restored.unreadable().isEmpty() && restored.obstacle().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Backups.Restored restore() {
        try (ProgressBar bar =
                ProgressBar.on(backend.caller(), specification.commandLine().getErr(), "events")) {
            return backend.beside(BackupRestorer.class)
                    .restore(options, new Backups.Restoration(file, masterKey, replace), bar);
        }
    }

    private void tellObstacle(String obstacle) {
        specification
                .commandLine()
                .getOut()
                .println("No read models were made, and no server starts: " + obstacle
                        + " Decide about these events with `symbolon events check` and `events skip`, then give the command"
                        + " `symbolon projections rebuild`.");
    }

    private void warn(String madeAt) {
        PrintWriter err = specification.commandLine().getErr();
        err.println("What happened since " + madeAt + " is gone:");
        err.println(
                "- One-time values of HOTP tokens that were used since would be accepted once more. Have tokens that were in use"
                        + " resynchronised, or switch them off until then: symbolon token-janitor find --tokentype hotp --action disable");
        err.println("- Tokens and people that were deleted since are back, with their secrets: delete them again.");
        err.println(
                "- Passwords, PINs and policies are those of then; log-ins that were taken back since are good again.");
        err.println("Other nodes: lay the master key into their data directories, and remove stream.checkpoint there.");
    }
}
