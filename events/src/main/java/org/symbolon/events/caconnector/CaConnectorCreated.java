package org.symbolon.events.caconnector;

import java.util.Map;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionMade;
import org.symbolon.events.definition.TypedEntries;
import org.symbolon.events.shared.ConfigEntry;

/** A CA connector was defined. */
@EventName("CaConnectorCreated")
@Revision("1")
public record CaConnectorCreated(String name, int number, String type, Map<String, ConfigEntry> entries)
        implements CaConnectorEvent, DefinitionMade<TypedEntries> {

    @Override
    public TypedEntries settings() {
        return new TypedEntries(type, entries);
    }
}
