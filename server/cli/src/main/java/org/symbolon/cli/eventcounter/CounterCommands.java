package org.symbolon.cli.eventcounter;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands on counters. */
@Command(name = "counter", description = "See and correct the counters that event handlers and periodic tasks read.")
public final class CounterCommands extends CommandGroup {

    private CounterCommands() {}

    /** The group with its commands. */
    public static CommandLine create(Backend backend) {
        return new CommandLine(new CounterCommands())
                .addSubcommand(new CounterListCommand(backend))
                .addSubcommand(new CounterIncreaseCommand(backend))
                .addSubcommand(new CounterDecreaseCommand(backend))
                .addSubcommand(new CounterResetCommand(backend));
    }
}
