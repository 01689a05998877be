package org.symbolon.cli.resolver;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandGroup;
import org.symbolon.cli.thing.ThingCommands;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands on resolvers. */
@Command(name = "resolver", description = "List, make and delete resolvers.")
public final class ResolverCommands extends CommandGroup {

    private ResolverCommands() {}

    /** The group with its commands. */
    public static CommandLine create(Backend backend) {
        ThingCommands resolvers = new ThingCommands(backend, "resolver");
        CommandLine group = resolvers
                .addLooks(new CommandLine(new ResolverCommands()), "type")
                .addSubcommand(new ResolverCreateCommand(backend));
        return resolvers.addDelete(group);
    }
}
