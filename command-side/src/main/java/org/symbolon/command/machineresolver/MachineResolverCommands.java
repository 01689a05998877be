package org.symbolon.command.machineresolver;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.CommandHandler;
import org.symbolon.command.definition.Configured;
import org.symbolon.command.definition.Definitions;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.machine.MachineStoreTypes;
import org.symbolon.command.machine.port.MachineStoreType;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.definition.TypedEntries;

/** What administrators do to machine resolvers. */
public class MachineResolverCommands {

    private final Definitions<MachineResolver, TypedEntries> resolvers;
    private final UnaryOperator<String> storedName;
    private final MachineStoreTypes types;
    private final Configured configured;

    /**
     * Makes it.
     *
     * @param storedName a name as it is stored, whatever the case of the one given, which it is where there is none
     * @param types the kinds of stores that there are
     */
    public MachineResolverCommands(
            Definitions<MachineResolver, TypedEntries> resolvers,
            UnaryOperator<String> storedName,
            MachineStoreTypes types,
            SecretVault vault) {
        this.resolvers = resolvers;
        this.storedName = storedName;
        this.types = types;
        this.configured = new Configured(MachineResolver.KIND, "machine resolver", vault);
    }

    /** The number of the machine resolver. */
    @CommandHandler
    public int handle(SaveMachineResolver command) throws Exception {
        configured.checkName(command.name());
        resolvers.checkName("resolver", command.name());
        MachineStoreType type = types.require(command.type());
        Map<String, String> texts = new HashMap<>();
        command.entries().values().forEach((key, value) -> texts.put(key, value.reveal()));
        type.objection(texts).ifPresent(objection -> {
            throw Refusal.parameter(objection);
        });
        String name = storedName.apply(command.name());
        return resolvers.save(name, configured.written(name, type.name(), command.entries(), type.secretKeys()));
    }

    /** The number of the machine resolver that is gone. */
    @CommandHandler
    public int handle(DeleteMachineResolver command) {
        return resolvers.delete(command.name(), configured::erase);
    }
}
