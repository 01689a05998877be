package org.symbolon.projections.serviceid;

import static org.symbolon.projections.definition.DefinitionColumn.column;

import org.symbolon.events.definition.Description;
import org.symbolon.events.serviceid.ServiceidEvent;
import org.symbolon.projections.definition.DefinitionTable;

/** The table of service ids. */
public final class ServiceidTable {

    public static final DefinitionTable<Description> TABLE = DefinitionTable.of(
            ServiceidEvent.class, Description.class, "serviceid", "name", column("\"Description\"", Description::text));

    private ServiceidTable() {}
}
