package org.symbolon.connectors.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.machine.port.Machine;
import org.symbolon.command.machine.port.MachineStore;
import org.symbolon.command.machine.port.MachineStoreUnavailableException;
import org.symbolon.connectors.files.StoreFiles;

class HostsStoreTest {

    @TempDir
    private Path directory;

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private final HostsStoreType type = new HostsStoreType(new StoreFiles(List.of(Path.of("/"))), nanos::get);

    private Path file() {
        return directory.resolve("hosts");
    }

    private MachineStore store() {
        return type.open(Map.of("filename", file().toString()));
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text);
    }

    private void write(String text, Instant modified) throws IOException {
        write(text);
        Files.setLastModifiedTime(file(), FileTime.from(modified));
    }

    private static Machine machine(String address, String... names) {
        return new Machine(address, List.of(names), address);
    }

    @Test
    void aLineIsAnAddressAndItsNames() throws IOException {
        write(
                """
                # the machines
                10.0.0.1  gandalf.example.org gandalf\t# the grey
                10.0.0.2\tfrodo
                   fe80::1%lo0   six
                ::1 localhost localhost
                10.0.0.2 again
                """);

        assertThat(store().machines())
                .containsExactly(
                        machine("10.0.0.1", "gandalf.example.org", "gandalf"),
                        machine("10.0.0.2", "frodo"),
                        machine("fe80::1%lo0", "six"),
                        machine("::1", "localhost", "localhost"),
                        machine("10.0.0.2", "again"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.1", "10.0.0.1 # name", "name 10.0.0.1", "root:x:0:0: root", "1.2.3 short"})
    void otherLinesArePassedOver(String line) throws IOException {
        write(line + "\n10.0.0.9 last");

        assertThat(store().machines()).containsExactly(machine("10.0.0.9", "last"));
    }

    @Test
    void aChangedFileIsReadAgainAfterASecond() throws IOException {
        Instant first = Instant.parse("2026-01-01T00:00:00Z");
        write("10.0.0.1 one", first);
        MachineStore store = store();
        assertThat(store.machines()).containsExactly(machine("10.0.0.1", "one"));

        write("10.0.0.2 two", first.plusSeconds(1));
        assertThat(store.machines()).containsExactly(machine("10.0.0.1", "one"));
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(store.machines()).containsExactly(machine("10.0.0.2", "two"));
    }

    @Test
    void aFileThatCannotBeReadIsNoEmptyOne() throws IOException {
        MachineStore store = store();
        assertThatThrownBy(store::machines)
                .isInstanceOf(MachineStoreUnavailableException.class)
                .hasMessage("The file of hosts %s cannot be read: it does not exist".formatted(file()));

        write("10.0.0.1 one");
        assertThat(store.machines()).hasSize(1);
        Files.write(file(), "10.0.0.1 gr\u00fcn and more".getBytes(StandardCharsets.ISO_8859_1));
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThatThrownBy(store::machines).hasMessageEndingWith("it is not UTF-8");
    }

    @Test
    void aConfigurationMustNameAFile() {
        assertThat(type.name()).isEqualTo("hosts");
        assertThatThrownBy(() -> type.open(Map.of("resolver", "m1")))
                .isInstanceOf(MachineStoreUnavailableException.class)
                .hasMessage("A machine resolver names no file of hosts");
        assertThatThrownBy(() -> type.open(Map.of("filename", "a\0b")))
                .isInstanceOf(MachineStoreUnavailableException.class)
                .hasMessage("The name of the file of hosts is no path");
    }
}
