package org.symbolon.cli.periodictask;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandGroup;
import org.symbolon.cli.thing.ThingCommands;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands on periodic tasks. */
@Command(
        name = "cron",
        description = {
            "Run periodic tasks, or list them.",
            "A server runs those of its node by itself; these commands do the same from outside, beside it or without it."
        })
public final class CronCommands extends CommandGroup {

    private CronCommands() {}

    /** The group with its commands. */
    public static CommandLine create(Backend backend) {
        CommandLine group = new CommandLine(new CronCommands())
                .addSubcommand(new CronRunCommand(backend))
                .addSubcommand(new CronRunManuallyCommand(backend))
                .addSubcommand(new CronListCommand(backend));
        return new ThingCommands(backend, "periodictask").addSwitches(group);
    }
}
