package org.symbolon.connectors.hosts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.command.machine.port.MachineStoreType;
import org.symbolon.connectors.MachineStoreContract;
import org.symbolon.connectors.files.StoreFiles;

class HostsStoreContractTest extends MachineStoreContract {

    @TempDir
    private Path directory;

    @Override
    protected MachineStoreType type() {
        return new HostsStoreType(new StoreFiles(List.of(Path.of("/"))));
    }

    @Override
    protected Map<String, String> configuration() {
        List<String> lines = MACHINES.stream()
                .map(machine -> machine.address() + " " + String.join(" ", machine.names()))
                .toList();
        try {
            Path file = Files.write(directory.resolve("hosts"), lines);
            return Map.of("filename", file.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    protected Map<String, String> unreachable() {
        return Map.of("filename", directory.resolve("nowhere").toString());
    }
}
