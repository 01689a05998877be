package org.symbolon.api.machine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.command.machine.FoundMachine;
import org.symbolon.command.machine.MachineDirectory;
import org.symbolon.command.machine.application.OfflineApplication;
import org.symbolon.query.machine.ListMachineTokens;
import org.symbolon.query.machine.MachineTokenView;
import org.symbolon.query.sending.QueryDispatcher;

/** Knows the machines without a network that a token is for, and what they call themselves. */
@Component
public class OfflineMachines {

    private static final List<String> KEYS =
            List.of("ComputerName", "Hostname", "MachineName", "Windows", "Linux", "Mac");
    private static final int LONGEST_NAME = 100;

    private final QueryDispatcher queries;
    private final MachineDirectory directory;

    OfflineMachines(QueryDispatcher queries, MachineDirectory directory) {
        this.queries = queries;
        this.directory = directory;
    }

    /** The name of the machine, as the program there tells it in its own; empty where it does not. */
    public static Optional<String> computer(ApiRequest request) {
        String agent = request.userAgent();
        return KEYS.stream()
                .map(key -> key + "/")
                .filter(agent::contains)
                .findFirst()
                .map(key -> agent.substring(agent.indexOf(key) + key.length()))
                .map(rest -> rest.split("\\s", 2)[0])
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME);
    }

    /** What is set of the token's use on the machine that asks; empty where the token is for none, or only for others. */
    public Optional<Map<String, String>> options(String serial, ApiRequest request) {
        return attached(serial)
                .filter(view -> view.machineId() == null || isAt(view, request.client()))
                .map(MachineTokenView::options)
                .findFirst();
    }

    /** The same whichever machine asks, and from wherever: it shows what it got before. */
    public Optional<Map<String, String>> options(String serial) {
        return attached(serial).map(MachineTokenView::options).findFirst();
    }

    private Stream<MachineTokenView> attached(String serial) {
        ListMachineTokens wanted = new ListMachineTokens(serial, OfflineApplication.NAME, null, null, Map.of());
        return queries.list(wanted, MachineTokenView.class).stream()
                .filter(view -> view.serial().equals(serial));
    }

    private boolean isAt(MachineTokenView view, String address) {
        return Stream.ofNullable(view.resolver())
                .flatMap(resolver -> directory.machines(resolver).stream())
                .filter(found -> found.resolver().equals(view.resolver())
                        && found.machine().id().equals(view.machineId()))
                .map(FoundMachine::machine)
                .anyMatch(machine -> address.equals(machine.address()));
    }
}
