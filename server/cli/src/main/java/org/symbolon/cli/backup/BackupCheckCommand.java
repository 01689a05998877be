package org.symbolon.cli.backup;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.ProgressBar;
import org.symbolon.cli.kernel.SharedOptions;
import org.symbolon.cli.kernel.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is in a backup, and whether it is as it was written. */
@Command(
        name = "check",
        description = {
            "Say what is in a backup, and read all of it: each table against its digest, each event as a server would read it,"
                    + " and with the master key at hand whether that vouches for them. It needs no database.",
            "Exit code 0 if the backup is sound; otherwise 1, with a line for each finding."
        })
final class BackupCheckCommand implements Callable<Integer> {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file;

    @Option(
            names = "--master-key",
            paramLabel = "FILE",
            description =
                    "The master key that the backup lies under. Default: the one of the data directory, if it is that.")
    private Optional<Path> masterKey = Optional.empty();

    @Mixin
    private SharedOptions options;

    BackupCheckCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public Integer call() {
        BackupFiles.Report report = check();
        if (masterKey.isPresent() && report.sealed().isEmpty()) {
            throw new CommandFailedException(
                    "%s is not the master key that the backup lies under, whose fingerprint is %s"
                            .formatted(masterKey.get(), report.masterKey()));
        }
        PrintWriter out = specification.commandLine().getOut();
        out.printf(
                "Made at %s on node %s by Symbolon %s; tables of version %s, events up to position %d.%n",
                report.madeAt(), report.node(), report.madeBy(), report.storeVersion(), report.lastPosition());
        TextTable table = new TextTable("TABLE", "ROWS", "BYTES");
        report.parts()
                .forEach(part -> table.add(
                        part.name(),
                        String.format(Locale.ROOT, "%,d", part.rows()),
                        String.format(Locale.ROOT, "%,d", part.bytes())));
        table.print(out);
        out.printf(
                "It lies under the master key %s, which is %sin it.%n",
                report.masterKey(), report.holdsMasterKey() ? "" : "not ");
        report.faults().forEach(out::println);
        report.unreadable().forEach(out::println);
        boolean sound = report.faults().isEmpty() && report.unreadable().isEmpty();
        if (sound) {
            out.println(
                    report.sealed().isPresent()
                            ? "It is sound: all is as it was written, and the master key vouches for it."
                            : "It is as it was written, as far as its digests tell. The master key was not at hand to vouch for it.");
        }
        return sound ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private BackupFiles.Report check() {
        List<Path> keys = new ArrayList<>();
        masterKey.ifPresent(keys::add);
        keys.add(options.data().resolve("master.key"));
        try (ProgressBar bar =
                ProgressBar.on(backend.caller(), specification.commandLine().getErr(), "events")) {
            return backend.beside(BackupFiles.class).check(file, keys, bar);
        }
    }
}
