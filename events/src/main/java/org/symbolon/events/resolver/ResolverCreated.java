package org.symbolon.events.resolver;

import java.util.Map;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionMade;
import org.symbolon.events.definition.TypedEntries;
import org.symbolon.events.shared.ConfigEntry;

/** A resolver came into being. */
@EventName("ResolverCreated")
@Revision("1")
public record ResolverCreated(String name, int resolverId, String type, Map<String, ConfigEntry> entries)
        implements ResolverEvent, DefinitionMade<TypedEntries> {

    @Override
    public TypedEntries settings() {
        return new TypedEntries(type, entries);
    }
}
