package org.symbolon.server.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.symbolon.command.machine.MachineAddress;
import org.symbolon.command.machine.port.Machine;
import org.symbolon.command.machine.port.MachineStore;
import org.symbolon.command.machine.port.MachineStoreType;
import org.symbolon.command.machine.port.MachineStoreUnavailableException;
import org.symbolon.query.definition.DefinitionView;

class MachineDirectoryTest {

    private final List<DefinitionView> resolvers = new ArrayList<>();
    private final NamedMachines type = new NamedMachines();
    private final MachineDirectory directory = new MachineDirectory(() -> resolvers, List.of(type));

    private void resolver(String name, String machines) {
        resolvers.add(new DefinitionView(
                1,
                name,
                Map.of("rtype", "named"),
                Map.of("machines", Optional.of(machines), "secret", Optional.empty())));
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
                .hasMessage("ERR905: There are several machines with this hostname.");
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
        resolvers.add(new DefinitionView(3, "former", Map.of("rtype", "gone"), Map.of()));

        assertThat(directory.machines("")).hasSize(1);
        assertThat(directory.withHostname("web")).isEqualTo(new MachineAddress("one", "id of web"));
        assertThatThrownBy(() -> directory.withHostname("nosuch"))
                .hasMessage("ERR302: The machines of these resolvers cannot be read: broken, former");
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
    }

    /** Machines that are named in the configuration itself. */
    private static final class NamedMachines implements MachineStoreType {

        private int opened;

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
            return () -> List.of(configuration.get("machines").split(" ")).stream()
                    .map(name -> new Machine("id of " + name, List.of(name), "10.0.0.1"))
                    .toList();
        }
    }
}
