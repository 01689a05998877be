package org.symbolon.connectors.hosts;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.symbolon.command.machine.port.MachineStore;
import org.symbolon.command.machine.port.MachineStoreType;
import org.symbolon.command.machine.port.MachineStoreUnavailableException;
import org.symbolon.connectors.files.StoreFiles;

/** Machine resolvers made of a file in the form of {@code /etc/hosts}. */
public final class HostsStoreType implements MachineStoreType {

    private final StoreFiles files;
    private final LongSupplier nanoTime;

    public HostsStoreType(StoreFiles files) {
        this(files, System::nanoTime);
    }

    HostsStoreType(StoreFiles files, LongSupplier nanoTime) {
        this.files = files;
        this.nanoTime = nanoTime;
    }

    @Override
    public String name() {
        return "hosts";
    }

    /** One without a file is saved, and has no machines. */
    @Override
    public Optional<String> objection(Map<String, String> given) {
        String name = given.getOrDefault("filename", "");
        return name.isEmpty() ? Optional.empty() : files.objection(name);
    }

    @Override
    public MachineStore open(Map<String, String> configuration) {
        return new HostsStore(file(configuration.getOrDefault("filename", "")), files, nanoTime);
    }

    private Path file(String name) {
        if (name.isEmpty()) {
            throw new MachineStoreUnavailableException("A machine resolver names no file of hosts", null);
        }
        try {
            return files.named(name);
        } catch (InvalidPathException invalid) {
            throw new MachineStoreUnavailableException("The name of the file of hosts is no path", invalid);
        }
    }
}
