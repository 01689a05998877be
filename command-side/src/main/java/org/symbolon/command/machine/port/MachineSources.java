package org.symbolon.command.machine.port;

import java.util.List;

/** The machine resolvers as they are now. */
@FunctionalInterface
public interface MachineSources {

    /** All of them, in the order in which they are asked. */
    List<MachineSource> all();
}
