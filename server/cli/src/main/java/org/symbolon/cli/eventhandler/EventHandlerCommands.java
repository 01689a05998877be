package org.symbolon.cli.eventhandler;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandGroup;
import org.symbolon.cli.thing.ThingCommands;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands on event handlers. */
@Command(name = "event", description = "List event handlers, switch them on and off, delete them.")
public final class EventHandlerCommands extends CommandGroup {

    private EventHandlerCommands() {}

    /** The group with its commands. */
    public static CommandLine create(Backend backend) {
        ThingCommands handlers = new ThingCommands(backend, "event");
        return handlers.addSwitches(handlers.addLooks(
                new CommandLine(new EventHandlerCommands()), "active", "event", "handlermodule", "action"));
    }
}
