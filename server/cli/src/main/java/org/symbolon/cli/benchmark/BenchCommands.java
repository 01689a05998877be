package org.symbolon.cli.benchmark;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands for those who measure. */
@Command(name = "bench", description = "Make data to measure a server with. Not for servers that people rely on.")
public final class BenchCommands extends CommandGroup {

    private BenchCommands() {}

    /** The group with its commands. */
    public static CommandLine create(Backend backend) {
        return new CommandLine(new BenchCommands()).addSubcommand(new BenchFillCommand(backend));
    }
}
