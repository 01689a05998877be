package org.symbolon.command.machine.port;

import java.util.List;

/** Where machines are known. */
public interface MachineStore {

    /**
     * All machines, in the order of the store.
     *
     * @throws MachineStoreUnavailableException if the store cannot be reached or read now
     */
    List<Machine> machines();
}
