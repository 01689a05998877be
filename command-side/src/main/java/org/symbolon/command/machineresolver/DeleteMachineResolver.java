package org.symbolon.command.machineresolver;

/** Delete a machine resolver. */
public record DeleteMachineResolver(String name) {}
