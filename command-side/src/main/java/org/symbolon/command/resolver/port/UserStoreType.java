package org.symbolon.command.resolver.port;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A kind of user store that resolvers can be made of, for instance {@code passwdresolver}. */
public interface UserStoreType {

    /** The type's name on the wire and in the table {@code resolver}. */
    String name();

    /** The configuration keys that hold secrets: sealed in events, shown as {@code __CENSORED__}. */
    Set<String> secretKeys();

    /** Whether its stores have their users in memory, so that nothing is won by remembering what they said. */
    default boolean answersFromMemory() {
        return false;
    }

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
     * @throws UserStoreUnavailableException if the store cannot be reached or read now
     */
    UserStore open(Map<String, String> configuration);

    /** Tries the configuration without saving it. */
    TestResult test(Map<String, String> configuration);

    /** What a try of a configuration found. */
    record TestResult(boolean success, String description) {}
}
