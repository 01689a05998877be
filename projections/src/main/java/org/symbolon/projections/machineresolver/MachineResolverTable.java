package org.symbolon.projections.machineresolver;

import static org.symbolon.projections.definition.DefinitionColumn.fixed;

import org.symbolon.events.definition.TypedEntries;
import org.symbolon.events.machineresolver.MachineResolverEvent;
import org.symbolon.projections.definition.DefinitionEntries;
import org.symbolon.projections.definition.DefinitionTable;

/** The table of machine resolvers and their configuration. */
public final class MachineResolverTable {

    public static final DefinitionTable<TypedEntries> TABLE = DefinitionTable.of(
                    MachineResolverEvent.class,
                    TypedEntries.class,
                    "machineresolver",
                    "name",
                    fixed("rtype", TypedEntries::type))
            .with(new DefinitionEntries("machineresolverconfig", "resolver_id"));

    private MachineResolverTable() {}
}
