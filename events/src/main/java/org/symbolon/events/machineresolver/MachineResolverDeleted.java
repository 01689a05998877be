package org.symbolon.events.machineresolver;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionDeleted;

/** A machine resolver was deleted. */
@EventName("MachineResolverDeleted")
@Revision("1")
public record MachineResolverDeleted(String name, int number) implements MachineResolverEvent, DefinitionDeleted {}
