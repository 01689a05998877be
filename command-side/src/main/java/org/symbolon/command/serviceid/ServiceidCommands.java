package org.symbolon.command.serviceid;

import org.axonframework.commandhandling.CommandHandler;
import org.symbolon.command.definition.Definitions;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.definition.Description;

/** What administrators do to service ids. */
public class ServiceidCommands {

    private final Definitions<Serviceid, Description> serviceids;

    public ServiceidCommands(Definitions<Serviceid, Description> serviceids) {
        this.serviceids = serviceids;
    }

    /** The number of the service id. */
    @CommandHandler
    public int handle(SaveServiceid command) throws Exception {
        serviceids.checkName("name", command.name());
        Limits.check("description", command.description(), Limits.SETTING_VALUE);
        return serviceids.save(command.name(), before -> Description.after(before, command.description()));
    }

    /** How many were deleted, which is one. */
    @CommandHandler
    public int handle(DeleteServiceid command) {
        serviceids.delete(command.name(), settings -> {});
        return 1;
    }
}
