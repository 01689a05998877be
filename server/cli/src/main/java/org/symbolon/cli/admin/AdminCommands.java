package org.symbolon.cli.admin;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands on local administrators. */
@Command(
        name = "admin",
        description = {
            "Manage the administrators of the server.",
            "This works while a server runs on the same data, and while none does."
        })
public final class AdminCommands extends CommandGroup {

    private AdminCommands() {}

    /** The group with its commands. */
    public static CommandLine create(Backend backend) {
        return new CommandLine(new AdminCommands())
                .addSubcommand(new AdminAddCommand(backend))
                .addSubcommand(new AdminListCommand(backend))
                .addSubcommand(new AdminMailCommand(backend))
                .addSubcommand(new AdminPasswdCommand(backend))
                .addSubcommand(new AdminRemoveCommand(backend));
    }
}
