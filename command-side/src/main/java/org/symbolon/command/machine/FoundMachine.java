package org.symbolon.command.machine;

import org.symbolon.command.machine.port.Machine;

/** A machine and the machine resolver that knows it. */
public record FoundMachine(String resolver, Machine machine) {

    public MachineAddress address() {
        return new MachineAddress(resolver, machine.id());
    }
}
