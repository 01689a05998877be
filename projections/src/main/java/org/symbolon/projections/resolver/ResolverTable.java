package org.symbolon.projections.resolver;

import static org.symbolon.projections.definition.DefinitionColumn.fixed;

import org.symbolon.events.definition.TypedEntries;
import org.symbolon.events.resolver.ResolverEvent;
import org.symbolon.projections.definition.DefinitionEntries;
import org.symbolon.projections.definition.DefinitionTable;

/** The table of resolvers and their configuration. */
public final class ResolverTable {

    public static final DefinitionTable<TypedEntries> TABLE = DefinitionTable.of(
                    ResolverEvent.class, TypedEntries.class, "resolver", "name", fixed("rtype", TypedEntries::type))
            .with(new DefinitionEntries("resolverconfig", "resolver_id"));

    private ResolverTable() {}
}
