package org.symbolon.command.machine.port;

import java.util.Map;

/** A kind of machine store that machine resolvers can be made of, for instance {@code hosts}. */
public interface MachineStoreType {

    /** The type's name on the wire and in the table {@code machineresolver}. */
    String name();

    /**
     * Opens the store that the configuration describes. The caller keeps the result until the configuration changes.
     *
     * @throws MachineStoreUnavailableException if the configuration describes none
     */
    MachineStore open(Map<String, String> configuration);
}
