package org.symbolon.events.feed;

import java.util.Map;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionMade;
import org.symbolon.events.definition.TypedEntries;
import org.symbolon.events.shared.ConfigEntry;

/** A feed was defined. */
@EventName("FeedCreated")
@Revision("1")
public record FeedCreated(String name, int number, String type, Map<String, ConfigEntry> entries)
        implements FeedEvent, DefinitionMade<TypedEntries> {

    @Override
    public TypedEntries settings() {
        return new TypedEntries(type, entries);
    }
}
