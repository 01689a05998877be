package org.symbolon.projections.tokengroup;

import static org.symbolon.projections.definition.DefinitionColumn.column;

import org.symbolon.events.definition.Description;
import org.symbolon.events.tokengroup.TokengroupEvent;
import org.symbolon.projections.definition.DefinitionTable;

/** The table of token groups; which tokens are in them, {@link TokengroupMemberProjection} keeps. */
public final class TokengroupTable {

    public static final DefinitionTable<Description> TABLE = DefinitionTable.of(
            TokengroupEvent.class,
            Description.class,
            "tokengroup",
            "name",
            column("\"Description\"", Description::text));

    private TokengroupTable() {}
}
