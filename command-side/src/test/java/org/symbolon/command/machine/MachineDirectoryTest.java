package org.symbolon.command.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.command.machine.port.Machine;
import org.symbolon.command.machine.port.MachineSource;
import org.symbolon.command.machine.port.MachineStore;
import org.symbolon.command.machine.port.MachineStoreType;
import org.symbolon.command.machine.port.MachineStoreUnavailableException;
import org.symbolon.events.shared.ConfigEntry;

class MachineDirectoryTest {

    private final List<MachineSource> resolvers = new ArrayList<>();
    private final NamedMachines type = new NamedMachines();
    private final MachineDirectory directory =
            new MachineDirectory(() -> resolvers, new MachineStoreTypes(List.of(type)), MachineDirectoryTest::clear);

    private static Map<String, String> clear(MachineSource source) {
        Map<String, String> clear = new HashMap<>();
        source.entries().forEach((key, entry) -> clear.put(key, entry.value()));
        return clear;
    }

    private void resolver(String name, String machines) {
        resolvers.add(new MachineSource(name, "named", Map.of("machines", ConfigEntry.plain(machines))));
    }

    @Test
    void aNameIsFoundInWhateverResolverKnowsIt() {
        resolver("one", "web mail");
        resolver("two", "disk");

        assertThat(directory.withHostname("disk")).isEqualTo(new MachineAddress("two", "id of disk"));
        assertThat(directory.machines("tw"))
                .extracting(FoundMachine::address)
                .containsExactly(new MachineAddress("two", "id of disk"));
        assertThat(directory.machines("")).hasSize(3);
    }

    @Test
    void aNameThatNobodyOrSeveralHaveIsRefused() {
        resolver("one", "web");
        resolver("two", "web");

        assertThatThrownBy(() -> directory.withHostname("we")).hasMessage("The requested machine could not be found.");
        assertThatThrownBy(() -> directory.withHostname("web"))
                .hasMessage("There are several machines with this hostname.");
    }

    @Test
    void twoLinesOfOneMachineAreOneMachine() {
        resolver("one", "web web");

        assertThat(directory.withHostname("web")).isEqualTo(new MachineAddress("one", "id of web"));
    }

    @Test
    void aStoreThatCannotBeReadHidesNoOther() {
        resolver("broken", "");
        resolver("one", "web");
        resolvers.add(new MachineSource("former", "gone", Map.of()));

        assertThat(directory.machines("")).hasSize(1);
        assertThat(directory.withHostname("web")).isEqualTo(new MachineAddress("one", "id of web"));
        assertThatThrownBy(() -> directory.withHostname("nosuch"))
                .hasMessage("The machines of these resolvers cannot be read: broken, former");
    }

    @Test
    void aStoreIsOpenedAnewWhenItsConfigurationChanges() {
        resolver("one", "web");
        directory.machines("");
        directory.machines("");
        assertThat(type.opened).isEqualTo(1);

        resolvers.clear();
        resolver("one", "mail");
        assertThat(directory.withHostname("mail")).isEqualTo(new MachineAddress("one", "id of mail"));
        assertThat(type.opened).isEqualTo(2);
        assertThat(type.closed).isEqualTo(1);
    }

    @Test
    void aStoreIsClosedWhenItsResolverIsGoneAndAllAreAtTheEnd() {
        resolver("one", "web");
        resolver("two", "mail");
        directory.machines("");
        resolvers.remove(0);

        directory.machines("");
        assertThat(type.closed).isEqualTo(1);
        directory.close();
        assertThat(type.closed).isEqualTo(2);
    }

    /** Machines that are named in the configuration itself. */
    private static final class NamedMachines implements MachineStoreType {

        private int opened;
        private int closed;

        @Override
        public String name() {
            return "named";
        }

        @Override
        public MachineStore open(Map<String, String> configuration) {
            opened++;
            if (configuration.get("machines").isEmpty()) {
                throw new MachineStoreUnavailableException("It names no machine", null);
            }
            return new MachineStore() {
                @Override
                public List<Machine> machines() {
                    return List.of(configuration.get("machines").split(" ")).stream()
                            .map(name -> new Machine("id of " + name, List.of(name), "10.0.0.1"))
                            .toList();
                }

                @Override
                public void close() {
                    closed++;
                }
            };
        }
    }
}
