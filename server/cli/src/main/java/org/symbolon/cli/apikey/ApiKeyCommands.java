package org.symbolon.cli.apikey;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands on keys for programs. */
@Command(name = "apikey", description = "Manage the keys that programs show instead of logging in.")
public final class ApiKeyCommands extends CommandGroup {

    private ApiKeyCommands() {}

    /** The group with its commands. */
    public static CommandLine create(Backend backend) {
        return new CommandLine(new ApiKeyCommands())
                .addSubcommand(new ApiKeyCreateCommand(backend))
                .addSubcommand(new ApiKeyRevokeCommand(backend));
    }
}
