package org.symbolon.command.machineresolver;

import org.symbolon.command.secret.GivenEntries;

/** Define a machine resolver, or write the given entries of one that exists. */
public record SaveMachineResolver(String name, String type, GivenEntries entries) {}
