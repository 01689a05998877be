package org.symbolon.cli.audit;

import java.util.Locale;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.ProgressBar;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Keeps the audit short, with the options of eduMFA's command of this name. */
@Command(
        name = "rotate",
        description = {
            "Remove the oldest rows of the audit: those older than --age days, or else, when there are more rows than"
                    + " --highwatermark, all but the newest --lowwatermark.",
            "What they were made from is kept in the events; what is left can still be verified. Rows that somebody"
                    + " has tampered with are not removed: exit code 1."
        })
final class AuditRotateCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Option(names = "--age", paramLabel = "DAYS", description = "Remove the rows that are older than so many days.")
    private int age;

    @Option(
            names = {"-hw", "--highwatermark"},
            paramLabel = "N",
            description = "Without --age: remove rows only when there are more than N. Default: ${DEFAULT-VALUE}.")
    private long highWatermark = 10_000;

    @Option(
            names = {"-lw", "--lowwatermark"},
            paramLabel = "N",
            description = "Without --age: keep about the newest N rows. Default: ${DEFAULT-VALUE}.")
    private long lowWatermark = 5_000;

    @Option(
            names = "--chunksize",
            paramLabel = "N",
            description = "Remove so many rows in one step. Default: ${DEFAULT-VALUE}.")
    private int chunkSize = 20_000;

    @Option(
            names = {"--dry-run", "--dryrun"},
            description = "Say which rows would be removed, and remove none.")
    private boolean dryRun;

    @Mixin
    private SharedOptions options;

    AuditRotateCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        if (age < 0 || highWatermark < 0 || lowWatermark < 0 || chunkSize < 1) {
            throw new ParameterException(specification.commandLine(), "days and numbers of rows are not negative");
        }
        if (age == 0 && lowWatermark > highWatermark) {
            throw new ParameterException(
                    specification.commandLine(), "the low watermark must not be above the high watermark");
        }
        Backend data = dryRun ? backend.reading() : backend;
        AuditTrail.Removal removal = data.ask(options, AuditTrail.class, this::rotate);
        specification.commandLine().getOut().println(sentence(removal));
    }

    private AuditTrail.Removal rotate(AuditTrail audit) {
        AuditTrail.Rotation rotation =
                new AuditTrail.Rotation(age, highWatermark, lowWatermark, Math.min(chunkSize, 100_000), dryRun);
        try (ProgressBar bar =
                ProgressBar.on(backend.caller(), specification.commandLine().getErr(), "rows")) {
            return audit.rotate(rotation, bar);
        }
    }

    private String sentence(AuditTrail.Removal removal) {
        if (removal.count() == 0) {
            return String.format(Locale.ROOT, "No row is to be removed; there are %,d.", removal.remaining());
        }
        return String.format(
                Locale.ROOT,
                "%s %,d rows, %,d to %,d; %,d %s.",
                dryRun ? "Would remove" : "Removed",
                removal.count(),
                removal.first(),
                removal.last(),
                removal.remaining(),
                dryRun ? "would remain" : "remain");
    }
}
