package org.symbolon.command.serviceid;

import java.util.Objects;
import java.util.function.IntSupplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.shared.Existing;
import org.symbolon.command.shared.Limits;

/** What administrators do to service ids. */
public class ServiceidCommands {

    private final Repository<Serviceid> serviceids;
    private final Existing<Serviceid> existing;
    private final IntSupplier nextNumber;

    public ServiceidCommands(Repository<Serviceid> serviceids, IntSupplier nextNumber) {
        this.serviceids = serviceids;
        this.existing = new Existing<>(serviceids, Serviceid::present, "Serviceid");
        this.nextNumber = nextNumber;
    }

    /** The number of the service id. */
    @CommandHandler
    public int handle(SaveServiceid command) throws Exception {
        Limits.check("name", command.name(), Limits.nameAfter(Serviceid.idOf("")));
        Limits.check("description", command.description(), Limits.SETTING_VALUE);
        Aggregate<Serviceid> serviceid = serviceids.loadOrCreate(Serviceid.idOf(command.name()), Serviceid::new);
        if (serviceid.invoke(Serviceid::present)) {
            serviceid.execute(found -> found.describe(command.description()));
        } else {
            int number = nextNumber.getAsInt();
            String description = Objects.requireNonNullElse(command.description(), "");
            serviceid.execute(found -> found.create(command.name(), number, description));
        }
        return serviceid.invoke(Serviceid::number);
    }

    /** How many were deleted, which is one. */
    @CommandHandler
    public int handle(DeleteServiceid command) {
        existing.require(Serviceid.idOf(command.name())).execute(Serviceid::delete);
        return 1;
    }
}
