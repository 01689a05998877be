package org.symbolon.command.machine.port;

import java.util.List;

/**
 * Where machines are known. A store that cannot be reached or read now, or that is closed, throws a
 * {@link MachineStoreUnavailableException}.
 */
public interface MachineStore extends AutoCloseable {

    /** All machines, in the order of the store. */
    List<Machine> machines();

    /** Gives back what it holds. It waits for nobody, and a second time does nothing. */
    @Override
    void close();
}
