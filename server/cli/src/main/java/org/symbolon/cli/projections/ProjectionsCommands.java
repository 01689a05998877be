package org.symbolon.cli.projections;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands on read models. */
@Command(
        name = "projections",
        description = {
            "Look at the read models, or make them anew from the events.",
            "This works while servers run on the same data, and while none does."
        })
public final class ProjectionsCommands extends CommandGroup {

    private ProjectionsCommands() {}

    /** The group with its commands. */
    public static CommandLine create(Backend backend) {
        return new CommandLine(new ProjectionsCommands())
                .addSubcommand(new ProjectionsListCommand(backend))
                .addSubcommand(new ProjectionsRebuildCommand(backend));
    }
}
