package org.symbolon.cli.masterkey;

import java.nio.file.Path;
import java.util.Optional;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes another master key ready, so that it can be laid on all nodes and into the backup before it is used. */
@Command(
        name = "prepare",
        description = {
            "Make the master key ready that is to follow, as master.key.next, and change nothing yet: lay the file into the data"
                    + " directories of other nodes and into your backup, then rotate.",
            "A server that finds its database under that key takes it at its next start."
        })
final class KeyPrepareCommand implements Runnable {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Option(names = "--from", paramLabel = "FILE", description = "Take the key in this file instead of a new one.")
    private Optional<Path> from = Optional.empty();

    @Mixin
    private SharedOptions options;

    KeyPrepareCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        MasterKeys.Prepared prepared = backend.reading().ask(options, MasterKeys.class, keys -> keys.prepare(from));
        specification
                .commandLine()
                .getOut()
                .printf(
                        "%s holds the key that is to follow; its fingerprint is %s.%n",
                        prepared.file(), prepared.fingerprint());
    }
}
