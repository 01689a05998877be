package org.symbolon.command.machineresolver;

import org.axonframework.serialization.Revision;
import org.symbolon.command.definition.ConfiguredDefinition;
import org.symbolon.command.definition.DefinitionKind;
import org.symbolon.events.definition.TypedEntries;
import org.symbolon.events.machineresolver.MachineResolverCreated;
import org.symbolon.events.machineresolver.MachineResolverDeleted;
import org.symbolon.events.machineresolver.MachineResolverReconfigured;

/** A configured place where machines are known. */
@Revision("2")
public class MachineResolver extends ConfiguredDefinition {

    public static final DefinitionKind<MachineResolver, TypedEntries> KIND = new DefinitionKind<>(
            "machineresolver",
            "MachineResolver",
            MachineResolver.class,
            MachineResolver::new,
            (name, number, settings) -> new MachineResolverCreated(name, number, settings.type(), settings.entries()),
            (name, number, settings) -> new MachineResolverReconfigured(name, number, settings.entries()),
            MachineResolverDeleted::new);

    @Override
    protected DefinitionKind<MachineResolver, TypedEntries> kind() {
        return KIND;
    }
}
