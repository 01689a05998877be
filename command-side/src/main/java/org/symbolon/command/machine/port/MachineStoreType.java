package org.symbolon.command.machine.port;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.symbolon.command.examination.port.Finding;

/** A kind of machine store that machine resolvers can be made of, for instance {@code hosts}. */
public interface MachineStoreType {

    /** The type's name on the wire and in the table {@code machineresolver}. */
    String name();

    /** The configuration keys that hold secrets: sealed in events, shown to nobody. */
    default Set<String> secretKeys() {
        return Set.of();
    }

    /** Tries the configuration without saving it; empty where there is nothing to try. */
    default Optional<TestResult> test(Map<String, String> configuration) {
        return Optional.empty();
    }

    /** What is found out about a configuration that is in use: what a try of it tells, or whether its machines can be read. */
    default List<Finding> examine(Map<String, String> configuration) {
        return List.of(test(configuration)
                .map(found -> found.success() ? Finding.ok(found.description()) : Finding.failed(found.description()))
                .orElseGet(() -> read(configuration)));
    }

    private Finding read(Map<String, String> configuration) {
        try (MachineStore store = open(configuration)) {
            return Finding.ok("%d machines found".formatted(store.machines().size()));
        } catch (MachineStoreUnavailableException trouble) {
            return Finding.failed(trouble.getMessage());
        }
    }

    /** What a try of a configuration found. */
    record TestResult(boolean success, String description) {}

    /**
     * Why a configuration must not be saved; empty if it may.
     *
     * @param given what of it was given: what is missing may have been saved before
     */
    default Optional<String> objection(Map<String, String> given) {
        return Optional.empty();
    }

    /**
     * Opens the store that the configuration describes. The caller keeps the result until the configuration changes.
     *
     * @throws MachineStoreUnavailableException if the configuration describes none
     */
    MachineStore open(Map<String, String> configuration);
}
