package org.symbolon.command.machine;

/** Where a machine is found: the machine resolver that knows it, and its id in there. */
public record MachineAddress(String resolver, String id) {}
