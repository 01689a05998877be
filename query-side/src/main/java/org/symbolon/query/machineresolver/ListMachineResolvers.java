package org.symbolon.query.machineresolver;

/** Which machine resolvers are defined? */
public record ListMachineResolvers() {}
