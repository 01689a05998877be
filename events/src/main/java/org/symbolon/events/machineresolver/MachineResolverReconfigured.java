package org.symbolon.events.machineresolver;

import java.util.Map;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionChanged;
import org.symbolon.events.definition.TypedEntries;
import org.symbolon.events.shared.ConfigEntry;

/** Entries of a machine resolver's configuration were written; the others stayed. */
@EventName("MachineResolverReconfigured")
@Revision("1")
public record MachineResolverReconfigured(String name, int number, Map<String, ConfigEntry> entries)
        implements MachineResolverEvent, DefinitionChanged<TypedEntries> {

    @Override
    public TypedEntries settings() {
        return new TypedEntries(null, entries);
    }
}
