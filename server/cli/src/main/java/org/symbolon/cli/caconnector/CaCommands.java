package org.symbolon.cli.caconnector;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands on certificate authorities. */
@Command(
        name = "ca",
        description = {
            "Make a certificate authority on this machine, list those that there are, or publish what they have revoked.",
            "A server renews the lists of its own files by itself."
        })
public final class CaCommands extends CommandGroup {

    private CaCommands() {}

    /** The group with its commands. */
    public static CommandLine create(Backend backend) {
        return new CommandLine(new CaCommands())
                .addSubcommand(new CaListCommand(backend))
                .addSubcommand(new CaCreateCommand(backend))
                .addSubcommand(new CaCreateCrlCommand(backend));
    }
}
