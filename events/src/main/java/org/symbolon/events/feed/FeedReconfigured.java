package org.symbolon.events.feed;

import java.util.Map;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionChanged;
import org.symbolon.events.definition.TypedEntries;
import org.symbolon.events.shared.ConfigEntry;

/** Entries of a feed's configuration were written; the others stayed. */
@EventName("FeedReconfigured")
@Revision("1")
public record FeedReconfigured(String name, int number, Map<String, ConfigEntry> entries)
        implements FeedEvent, DefinitionChanged<TypedEntries> {

    @Override
    public TypedEntries settings() {
        return new TypedEntries(null, entries);
    }
}
