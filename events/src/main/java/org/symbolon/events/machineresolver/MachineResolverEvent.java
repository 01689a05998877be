package org.symbolon.events.machineresolver;

/** What can happen to a machine resolver. */
public sealed interface MachineResolverEvent
        permits MachineResolverCreated, MachineResolverReconfigured, MachineResolverDeleted {

    String name();

    int number();
}
