package org.symbolon.events.caconnector;

import java.util.Map;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionChanged;
import org.symbolon.events.definition.TypedEntries;
import org.symbolon.events.shared.ConfigEntry;

/** Entries of a CA connector's configuration were written; the others stayed. */
@EventName("CaConnectorReconfigured")
@Revision("1")
public record CaConnectorReconfigured(String name, int number, Map<String, ConfigEntry> entries)
        implements CaConnectorEvent, DefinitionChanged<TypedEntries> {

    @Override
    public TypedEntries settings() {
        return new TypedEntries(null, entries);
    }
}
