package org.symbolon.command.machineresolver.port;

import java.util.Optional;

/** What is known of machine resolvers, as of the current transaction. */
public interface MachineResolvers {

    /** The name as it is stored, whatever the case of the one given. */
    Optional<String> storedName(String name);
}
