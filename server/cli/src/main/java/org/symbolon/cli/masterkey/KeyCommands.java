package org.symbolon.cli.masterkey;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands on the master key. */
@Command(name = "key", description = "Show the master key's fingerprint, and change the key.")
public final class KeyCommands extends CommandGroup {

    private KeyCommands() {}

    /** The group with its commands. */
    public static CommandLine create(Backend backend) {
        return new CommandLine(new KeyCommands())
                .addSubcommand(new KeyShowCommand(backend))
                .addSubcommand(new KeyPrepareCommand(backend))
                .addSubcommand(new KeyRotateCommand(backend));
    }
}
