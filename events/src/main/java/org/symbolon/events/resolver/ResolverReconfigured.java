package org.symbolon.events.resolver;

import java.util.Map;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionChanged;
import org.symbolon.events.definition.TypedEntries;
import org.symbolon.events.shared.ConfigEntry;

/** Entries of a resolver's configuration were written; the others stayed. */
@EventName("ResolverReconfigured")
@Revision("1")
public record ResolverReconfigured(String name, int resolverId, Map<String, ConfigEntry> entries)
        implements ResolverEvent, DefinitionChanged<TypedEntries> {

    @Override
    public TypedEntries settings() {
        return new TypedEntries(null, entries);
    }
}
