package org.symbolon.projections.caconnector;

import static org.symbolon.projections.definition.DefinitionColumn.fixed;

import org.symbolon.events.caconnector.CaConnectorEvent;
import org.symbolon.events.definition.TypedEntries;
import org.symbolon.projections.definition.DefinitionEntries;
import org.symbolon.projections.definition.DefinitionTable;

/** The table of CA connectors and their configuration. */
public final class CaConnectorTable {

    public static final DefinitionTable<TypedEntries> TABLE = DefinitionTable.of(
                    CaConnectorEvent.class,
                    TypedEntries.class,
                    "caconnector",
                    "name",
                    fixed("catype", TypedEntries::type))
            .with(new DefinitionEntries("caconnectorconfig", "caconnector_id"));

    private CaConnectorTable() {}
}
