package org.symbolon.server.machine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.command.machine.MachineAddress;
import org.symbolon.command.machine.port.MachineStore;
import org.symbolon.command.machine.port.MachineStoreType;
import org.symbolon.command.machine.port.MachineStoreUnavailableException;
import org.symbolon.query.definition.DefinitionView;
import org.symbolon.server.http.ApiException;

/** Finds machines through the machine resolvers. Stores are opened when they are first asked and anew when they change. */
public class MachineDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(MachineDirectory.class);

    private final Supplier<List<DefinitionView>> resolvers;
    private final Map<String, MachineStoreType> types = new HashMap<>();
    private final Map<String, Opened> byResolver = new ConcurrentHashMap<>();

    public MachineDirectory(Supplier<List<DefinitionView>> resolvers, Collection<? extends MachineStoreType> types) {
        this.resolvers = resolvers;
        types.forEach(type -> this.types.put(type.name(), type));
    }

    private record Opened(DefinitionView resolver, MachineStore store) {}

    /** What was found, and the resolvers that could not be asked. */
    private record Search(List<FoundMachine> machines, List<String> unreadable) {}

    /** The machines of all resolvers whose name holds the text. A store that cannot be read is left out. */
    public List<FoundMachine> machines(String partOfResolver) {
        return search(partOfResolver).machines();
    }

    /**
     * The one machine that has this name.
     *
     * @throws ApiException 905 if there are several, 601 if there is none, 302 if it may be in a store that cannot be read
     */
    public MachineAddress withHostname(String hostname) {
        Search search = search("");
        Set<MachineAddress> found = search.machines().stream()
                .filter(one -> one.machine().hostnames().contains(hostname))
                .map(FoundMachine::address)
                .collect(Collectors.toSet());
        if (found.size() > 1) {
            throw ApiException.parameter("There are several machines with this hostname.");
        }
        if (found.size() == 1) {
            return found.iterator().next();
        }
        if (search.unreadable().isEmpty()) {
            throw ApiException.notFound("The requested machine could not be found.");
        }
        throw ApiException.configAdmin(
                "The machines of these resolvers cannot be read: " + String.join(", ", search.unreadable()));
    }

    private Search search(String partOfResolver) {
        Search search = new Search(new ArrayList<>(), new ArrayList<>());
        for (DefinitionView resolver : resolvers.get()) {
            if (resolver.name().contains(partOfResolver)) {
                try {
                    search.machines().addAll(machinesOf(resolver));
                } catch (MachineStoreUnavailableException e) {
                    LOG.warn("The machine resolver {} is left out: {}", resolver.name(), e.getMessage());
                    search.unreadable().add(resolver.name());
                }
            }
        }
        return search;
    }

    private List<FoundMachine> machinesOf(DefinitionView resolver) {
        return store(resolver).machines().stream()
                .map(machine -> new FoundMachine(resolver.name(), machine))
                .toList();
    }

    private MachineStore store(DefinitionView resolver) {
        Opened known = byResolver.get(resolver.name());
        if (known != null && known.resolver.equals(resolver)) {
            return known.store;
        }
        MachineStoreType type = types.get(resolver.text("rtype"));
        if (type == null) {
            throw new MachineStoreUnavailableException(
                    "There is no connector for the type of the machine resolver " + resolver.name(), null);
        }
        Map<String, String> configuration = new HashMap<>();
        resolver.entries().forEach((key, value) -> value.ifPresent(text -> configuration.put(key, text)));
        MachineStore store = type.open(configuration);
        byResolver.put(resolver.name(), new Opened(resolver, store));
        return store;
    }
}
