package org.symbolon.command.machineresolver;

import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.machineresolver.port.MachineResolvers;
import org.symbolon.command.secret.SealedConfig;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Existing;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.shared.ConfigEntry;

/** What administrators do to machine resolvers. */
public class MachineResolverCommands {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_\\-.]+");
    private static final Set<String> SECRETS = Set.of("BINDPW");

    private final Repository<MachineResolver> machineResolvers;
    private final Existing<MachineResolver> existing;
    private final MachineResolvers known;
    private final IntSupplier nextNumber;
    private final SealedConfig sealing;

    public MachineResolverCommands(
            Repository<MachineResolver> machineResolvers,
            MachineResolvers known,
            IntSupplier nextNumber,
            SecretVault vault) {
        this.machineResolvers = machineResolvers;
        this.existing = new Existing<>(machineResolvers, MachineResolver::present, "MachineResolver");
        this.known = known;
        this.nextNumber = nextNumber;
        this.sealing = new SealedConfig(vault);
    }

    /** The number of the machine resolver. */
    @CommandHandler
    public int handle(SaveMachineResolver command) throws Exception {
        if (!NAME.matcher(command.name()).matches()) {
            throw Refusal.parameter("Invalid machine resolver name. Must comply to [A-Za-z0-9_\\-.]+.");
        }
        Limits.check("resolver", command.name(), Limits.nameAfter(MachineResolver.idOf("")));
        requireType(command.type());
        String name = known.storedName(command.name()).orElse(command.name());
        Aggregate<MachineResolver> machineResolver =
                machineResolvers.loadOrCreate(MachineResolver.idOf(name), MachineResolver::new);
        boolean present = machineResolver.invoke(MachineResolver::present);
        if (present && !machineResolver.invoke(MachineResolver::type).equals(command.type())) {
            throw Refusal.configAdmin("The machine resolver '" + name + "' already exists with another type.");
        }
        Map<String, ConfigEntry> entries =
                sealing.entries(command.entries(), SECRETS, machineResolver.invoke(MachineResolver::entries));
        if (present) {
            machineResolver.execute(found -> found.reconfigure(entries));
        } else {
            int number = nextNumber.getAsInt();
            machineResolver.execute(found -> found.create(name, number, command.type(), entries));
        }
        return machineResolver.invoke(MachineResolver::number);
    }

    /**
     * Lets only those types pass that machines can come from.
     *
     * @throws Refusal 905 if there is no such type, or none yet
     */
    public static void requireType(String type) {
        if (type.equals("ldap")) {
            throw Refusal.parameter("Machine resolver type 'ldap' needs a connector that this version lacks");
        }
        if (!type.equals("hosts")) {
            throw Refusal.parameter("Unknown machine resolver type: '" + type + "'");
        }
    }

    /** The number of the machine resolver that is gone. */
    @CommandHandler
    public int handle(DeleteMachineResolver command) {
        Aggregate<MachineResolver> machineResolver = existing.require(MachineResolver.idOf(command.name()));
        machineResolver.invoke(MachineResolver::entries).values().forEach(sealing::erase);
        machineResolver.execute(MachineResolver::delete);
        return machineResolver.invoke(MachineResolver::number);
    }
}
