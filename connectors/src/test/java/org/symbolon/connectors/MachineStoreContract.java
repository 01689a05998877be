package org.symbolon.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.command.machine.port.Machine;
import org.symbolon.command.machine.port.MachineStore;
import org.symbolon.command.machine.port.MachineStoreType;
import org.symbolon.command.machine.port.MachineStoreUnavailableException;

/** What every kind of machine store must keep to. A connector's test fills a store with {@link #MACHINES}. */
public abstract class MachineStoreContract {

    /**
     * A machine in the store, which may give it any id.
     *
     * @param names the first of them is the main one
     */
    public record Named(String address, List<String> names) {

        static Named of(Machine machine) {
            return new Named(machine.address(), machine.hostnames());
        }
    }

    protected static final List<Named> MACHINES = List.of(
            new Named("10.0.0.1", List.of("gandalf.example.org", "gandalf")),
            new Named("10.0.0.2", List.of("frodo")),
            new Named("fe80::1", List.of("six")));

    protected abstract MachineStoreType type();

    /** That of a store with exactly these machines. */
    protected abstract Map<String, String> configuration();

    /** That of a store that cannot be reached. */
    protected abstract Map<String, String> unreachable();

    @Test
    void allMachinesAreThereWithTheirNamesAndAnIdOfTheirOwn() {
        try (MachineStore store = type().open(configuration())) {
            List<Machine> machines = store.machines();

            assertThat(machines.stream().map(Named::of)).containsExactlyElementsOf(MACHINES);
            assertThat(machines.stream().map(Machine::id)).doesNotHaveDuplicates();
            assertThat(store.machines()).isEqualTo(machines);
        }
    }

    @Test
    void aClosedStoreAnswersNothing() {
        MachineStore store = type().open(configuration());
        store.machines();
        store.close();
        store.close();

        assertThatThrownBy(store::machines).isInstanceOf(MachineStoreUnavailableException.class);
    }

    @Test
    void aStoreThatCannotBeReachedIsNoEmptyOne() {
        assertThatThrownBy(this::askTheUnreachable).isInstanceOf(MachineStoreUnavailableException.class);
    }

    private void askTheUnreachable() {
        try (MachineStore store = type().open(unreachable())) {
            store.machines();
        }
    }
}
