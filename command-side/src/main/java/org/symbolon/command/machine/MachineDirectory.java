package org.symbolon.command.machine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.machine.port.MachineSource;
import org.symbolon.command.machine.port.MachineSources;
import org.symbolon.command.machine.port.MachineStore;
import org.symbolon.command.machine.port.MachineStoreType;
import org.symbolon.command.machine.port.MachineStoreType.TestResult;
import org.symbolon.command.machine.port.MachineStoreUnavailableException;
import org.symbolon.command.secret.Censored;
import org.symbolon.command.shared.KeptOpen;

/**
 * Finds machines through the machine resolvers. Their stores are opened when they are first asked and closed when a later
 * search finds that they have changed or are gone.
 */
public class MachineDirectory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MachineDirectory.class);

    private final MachineSources sources;
    private final MachineStoreTypes types;
    private final Function<MachineSource, Map<String, String>> clear;
    private final KeptOpen<MachineSource, MachineStore> stores;
    private volatile Set<MachineSource> current = Set.of();

    /**
     * Makes it.
     *
     * @param clear opens the secrets in a resolver's configuration
     */
    public MachineDirectory(
            MachineSources sources, MachineStoreTypes types, Function<MachineSource, Map<String, String>> clear) {
        this.sources = sources;
        this.types = types;
        this.clear = clear;
        this.stores = new KeptOpen<>(
                MachineSource::name, this::open, MachineStore::close, source -> current.contains(source));
    }

    /** What was found, and the resolvers that could not be asked. */
    private record Search(List<FoundMachine> machines, List<String> unreadable) {}

    /** The machines of all resolvers whose name holds the text. A store that cannot be read is left out. */
    public List<FoundMachine> machines(String partOfResolver) {
        return search(partOfResolver).machines();
    }

    /**
     * The one machine that has this name.
     *
     * @throws Refusal 905 if there are several, 601 if there is none, 302 if it may be in a store that cannot be read
     */
    public MachineAddress withHostname(String hostname) {
        Search search = search("");
        Set<MachineAddress> found = search.machines().stream()
                .filter(one -> one.machine().hostnames().contains(hostname))
                .map(FoundMachine::address)
                .collect(Collectors.toSet());
        if (found.size() > 1) {
            throw Refusal.parameter("There are several machines with this hostname.");
        }
        if (found.size() == 1) {
            return found.iterator().next();
        }
        if (search.unreadable().isEmpty()) {
            throw Refusal.notFound("The requested machine could not be found.");
        }
        throw Refusal.configAdmin(
                "The machines of these resolvers cannot be read: " + String.join(", ", search.unreadable()));
    }

    private Search search(String partOfResolver) {
        Search search = new Search(new ArrayList<>(), new ArrayList<>());
        for (MachineSource source : sources()) {
            if (source.name().contains(partOfResolver)) {
                try {
                    search.machines().addAll(machinesOf(source));
                } catch (MachineStoreUnavailableException e) {
                    LOG.warn("The machine resolver {} is left out: {}", source.name(), e.getMessage());
                    search.unreadable().add(source.name());
                }
            }
        }
        return search;
    }

    private List<MachineSource> sources() {
        List<MachineSource> all = sources.all();
        current = Set.copyOf(all);
        stores.closeOutdated();
        return all;
    }

    private List<FoundMachine> machinesOf(MachineSource source) {
        return stores.ask(source, MachineStore::machines).stream()
                .map(machine -> new FoundMachine(source.name(), machine))
                .toList();
    }

    private MachineStore open(MachineSource source) {
        MachineStoreType type;
        try {
            type = types.require(source.type());
        } catch (Refusal unknown) {
            throw new MachineStoreUnavailableException(unknown.getMessage(), null);
        }
        return type.open(clear.apply(source));
    }

    /**
     * Tries a configuration without saving it; empty where its type has nothing to try.
     *
     * @param stored the machine resolver whose secrets stand for those that are given censored; empty for none
     * @throws Refusal 905 if there is no such type
     */
    public Optional<TestResult> test(String type, Map<String, String> given, String stored) {
        MachineStoreType tried = types.require(type);
        Map<String, String> completed = new HashMap<>(given);
        sources.all().stream()
                .filter(source -> source.name().equalsIgnoreCase(stored))
                .map(clear)
                .forEach(known -> completed.replaceAll(
                        (key, value) -> value.equals(Censored.TEXT) ? known.getOrDefault(key, value) : value));
        return tried.test(completed);
    }

    /** What is found out about the store of a machine resolver, over connections of its own. */
    public List<Finding> examine(MachineSource source) {
        try {
            return types.require(source.type()).examine(clear.apply(source));
        } catch (MachineStoreUnavailableException | Refusal trouble) {
            return List.of(Finding.failed(trouble.getMessage()));
        }
    }

    @Override
    public void close() {
        stores.close();
    }
}
