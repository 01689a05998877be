package org.symbolon.cli.events;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands on the stored events. */
@Command(
        name = "events",
        description =
                "Read the stored events, from which everything else is made, and correct those that cannot be read.")
public final class EventsCommands extends CommandGroup {

    private EventsCommands() {}

    /** The group with its commands. */
    public static CommandLine create(Backend backend) {
        return new CommandLine(new EventsCommands())
                .addSubcommand(new EventsShowCommand(backend))
                .addSubcommand(new EventsCheckCommand(backend))
                .addSubcommand(new EventsSkipCommand(backend))
                .addSubcommand(new EventsRepairCommand(backend));
    }
}
