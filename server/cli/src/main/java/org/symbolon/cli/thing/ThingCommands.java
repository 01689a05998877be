package org.symbolon.cli.thing;

import org.symbolon.cli.kernel.Backend;
import picocli.CommandLine;

/** Gives a group the commands that are the same for things of every kind. Each of them is to the configuration what a file with one thing is. */
public final class ThingCommands {
    private static final String ACTIVE = "active";

    private final Backend backend;
    private final String kind;

    /**
     * Made for a group.
     *
     * @param kind what files call the kind of its things
     */
    public ThingCommands(Backend backend, String kind) {
        this.backend = backend;
        this.kind = kind;
    }

    /** Those to list them, with the fields that the list has beside the name, and to show one. */
    public CommandLine addLooks(CommandLine group, String... columns) {
        return group.addSubcommand(new ThingListCommand(backend, kind, columns))
                .addSubcommand(new ThingShowCommand(backend, kind));
    }

    /** Those to switch something on and off, and to delete it. */
    public CommandLine addSwitches(CommandLine group) {
        group.addSubcommand("enable", changing(ACTIVE, true, "Switch one on."))
                .addSubcommand("disable", changing(ACTIVE, false, "Switch one off."));
        return addDelete(group);
    }

    /** That to delete one. */
    public CommandLine addDelete(CommandLine group) {
        return group.addSubcommand(new ThingDeleteCommand(backend, kind));
    }

    /** One that sets a field of a thing to a value. */
    public CommandLine changing(String field, Object value, String description) {
        CommandLine command = new CommandLine(new ThingChangeCommand(backend, kind, field, value));
        command.getCommandSpec().usageMessage().description(description);
        return command;
    }
}
