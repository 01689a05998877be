package org.symbolon.cli.backup;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ProgressBar;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a backup into one file. */
@Command(
        name = "create",
        description = {
            "Write all that cannot be made again into one file: the events, the keys of their secrets, and how far what follows"
                    + " from them has come. It is one moment of the database; servers go on meanwhile. Read models are made of the events"
                    + " when the file is restored.",
            "The file is for its owner alone (mode 600), and has its name only once it is complete."
        })
final class BackupCreateCommand implements Runnable {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Backend backend;
    private final Clock clock;

    @Spec
    private CommandSpec specification;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|DIR",
            description =
                    "Where to write it; into a directory under a name with the time. Default: the working directory.")
    private Path target = Path.of("");

    @Option(
            names = {"--with-master-key", "-e"},
            description = "Put the master key into the file as well: whoever has it then opens every secret.")
    private boolean withMasterKey;

    @Mixin
    private SharedOptions options;

    BackupCreateCommand(Backend backend, Clock clock) {
        this.backend = backend;
        this.clock = clock;
    }

    @Override
    public void run() {
        Path file = file();
        Backups.Made made = backend.reading().ask(options, Backups.class, backups -> create(backups, file));
        PrintWriter out = specification.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%s: %,d events up to position %d, %,d bytes. It lies under the master key %s.%n",
                file,
                made.events(),
                made.lastPosition(),
                made.bytes(),
                made.masterKey());
        PrintWriter err = specification.commandLine().getErr();
        err.println(
                withMasterKey
                        ? "The master key is in it. Whoever has this file opens every secret: keep it as you keep the key."
                        : "The master key is not in it, and nothing is restored without: keep that apart.");
        made.notInIt().forEach(other -> err.println("Not in it: " + other));
    }

    private Backups.Made create(Backups backups, Path file) {
        try (ProgressBar bar =
                ProgressBar.on(backend.caller(), specification.commandLine().getErr(), "events")) {
            return backups.create(file, withMasterKey, bar);
        }
    }

    private Path file() {
        return target.toString().isEmpty() || Files.isDirectory(target)
                ? target.resolve("symbolon-%s.backup".formatted(MOMENT.format(clock.instant())))
                : target;
    }
}
