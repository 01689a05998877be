package org.symbolon.projections.feed;

import static org.symbolon.projections.definition.DefinitionColumn.fixed;

import org.symbolon.events.definition.TypedEntries;
import org.symbolon.events.feed.FeedEvent;
import org.symbolon.projections.definition.DefinitionEntries;
import org.symbolon.projections.definition.DefinitionTable;

/** The table of feeds and their options. */
public final class FeedTable {

    public static final DefinitionTable<TypedEntries> TABLE = DefinitionTable.of(
                    FeedEvent.class, TypedEntries.class, "feed", "name", fixed("feedtype", TypedEntries::type))
            .with(new DefinitionEntries("feedoption", "feed_id"));

    private FeedTable() {}
}
