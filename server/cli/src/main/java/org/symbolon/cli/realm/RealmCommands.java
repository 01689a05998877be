package org.symbolon.cli.realm;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandGroup;
import org.symbolon.cli.thing.ThingCommands;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands on realms. */
@Command(name = "realm", description = "List, make and delete realms; say which is the default.")
public final class RealmCommands extends CommandGroup {

    private RealmCommands() {}

    /** The group with its commands. */
    public static CommandLine create(Backend backend) {
        ThingCommands realms = new ThingCommands(backend, "realm");
        CommandLine group = realms.addLooks(new CommandLine(new RealmCommands()), "resolvers", "default")
                .addSubcommand(new RealmCreateCommand(backend))
                .addSubcommand("set-default", realms.changing("default", true, "Make a realm the default."))
                .addSubcommand(new RealmClearDefaultCommand(backend));
        return realms.addDelete(group);
    }
}
