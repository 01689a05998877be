package org.symbolon.events.machineresolver;

import org.symbolon.events.definition.DefinitionEvent;

/** What can happen to a machine resolver. */
public sealed interface MachineResolverEvent extends DefinitionEvent
        permits MachineResolverCreated, MachineResolverReconfigured, MachineResolverDeleted {}
