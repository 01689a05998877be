package org.symbolon.cli.masterkey;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ProgressBar;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts another master key in the place of the one in use. */
@Command(
        name = "rotate",
        description = {
            "Put another master key in the place of the one in use: the one that was made ready, or that of a file, or a new"
                    + " one. All data keys are wrapped under it, and it vouches for all events, in one transaction; no event changes. No"
                    + " server may run on the database, on any node.",
            "The former key is kept beside it until you delete it: backups that were made before lie under it.",
            "Log-in tokens that the server has given out end, API keys too, unless symbolon.secret-key is set."
        })
final class KeyRotateCommand implements Runnable {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Option(names = "--from", paramLabel = "FILE", description = "Take the key in this file instead of a new one.")
    private Optional<Path> from = Optional.empty();

    @Mixin
    private SharedOptions options;

    KeyRotateCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        MasterKeys.Changed changed = backend.reading().ask(options, MasterKeys.class, this::rotate);
        PrintWriter out = specification.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "The master key %s has the fingerprint %s. It wraps %,d data keys and vouches for %,d events.%n",
                changed.file(),
                changed.fingerprint(),
                changed.dataKeys(),
                changed.events());
        PrintWriter err = specification.commandLine().getErr();
        err.printf(
                "Back the new key up now. The former one, %s, is in %s: backups that were made before lie under it.%n",
                changed.former(), changed.formerFile());
        err.println(
                "Lay the new key into the data directories of other nodes before you start them. Unless symbolon.secret-key"
                        + " is set, API keys are to be made anew.");
    }

    private MasterKeys.Changed rotate(MasterKeys keys) {
        try (ProgressBar bar =
                ProgressBar.on(backend.caller(), specification.commandLine().getErr(), "events")) {
            return keys.rotate(from, bar);
        }
    }
}
