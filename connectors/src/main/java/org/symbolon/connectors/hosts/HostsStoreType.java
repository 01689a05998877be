package org.symbolon.connectors.hosts;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongSupplier;
import org.symbolon.command.machine.port.MachineStore;
import org.symbolon.command.machine.port.MachineStoreType;
import org.symbolon.command.machine.port.MachineStoreUnavailableException;

/** Machine resolvers made of a file in the form of {@code /etc/hosts}. */
public final class HostsStoreType implements MachineStoreType {

    private final LongSupplier nanoTime;

    public HostsStoreType() {
        this(System::nanoTime);
    }

    HostsStoreType(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public String name() {
        return "hosts";
    }

    @Override
    public MachineStore open(Map<String, String> configuration) {
        return new HostsStore(file(configuration.getOrDefault("filename", "")), nanoTime);
    }

    private static Path file(String name) {
        if (name.isEmpty()) {
            throw new MachineStoreUnavailableException("A machine resolver names no file of hosts", null);
        }
        try {
            return Path.of(name);
        } catch (InvalidPathException invalid) {
            throw new MachineStoreUnavailableException("The name of the file of hosts is no path", invalid);
        }
    }
}
