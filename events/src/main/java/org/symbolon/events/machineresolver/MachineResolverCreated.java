package org.symbolon.events.machineresolver;

import java.util.Map;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionMade;
import org.symbolon.events.definition.TypedEntries;
import org.symbolon.events.shared.ConfigEntry;

/** A machine resolver was defined. */
@EventName("MachineResolverCreated")
@Revision("1")
public record MachineResolverCreated(String name, int number, String type, Map<String, ConfigEntry> entries)
        implements MachineResolverEvent, DefinitionMade<TypedEntries> {

    @Override
    public TypedEntries settings() {
        return new TypedEntries(type, entries);
    }
}
