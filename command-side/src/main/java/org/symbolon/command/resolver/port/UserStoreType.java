package org.symbolon.command.resolver.port;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.symbolon.command.examination.port.Finding;

/** A kind of user store that resolvers can be made of, for instance {@code passwdresolver}. */
public interface UserStoreType {

    /** The type's name on the wire and in the table {@code resolver}. */
    String name();

    /** The configuration keys that hold secrets: sealed in events, shown as {@code __CENSORED__}. */
    Set<String> secretKeys();

    /**
     * The configuration keys that hold an object, given and shown as one and kept as its JSON. What of it is secret is a secret key, with
     * the two names joined by a dot.
     */
    default Set<String> mapKeys() {
        return Set.of();
    }

    /** What a configuration says where nothing is given, as an object in JSON; empty if the type presets nothing that need be known. */
    default Optional<String> presets() {
        return Optional.empty();
    }

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

    /** What is found out about a configuration that is in use; as much as a try of it tells, unless the type knows more. */
    default List<Finding> examine(Map<String, String> configuration) {
        TestResult found = test(configuration);
        return List.of(found.success() ? Finding.ok(found.description()) : Finding.failed(found.description()));
    }

    /**
     * What a try of a configuration found.
     *
     * @param users how many users there are, or -1 for trouble; empty for types that only tell whether it succeeded
     * @param found what is known of the one user who was to be found, where that is all that is told
     */
    record TestResult(boolean success, String description, OptionalInt users, Map<String, String> found) {

        /** One that is told in words. */
        public TestResult(boolean success, String description) {
            this(success, description, OptionalInt.empty(), Map.of());
        }

        /** That of a type which tells how many users there are, and -1 for trouble. */
        public static TestResult ofUsers(int users, String description) {
            return new TestResult(users >= 0, description, OptionalInt.of(users), Map.of());
        }

        /** That of a type which tells what it knows of one user. */
        public static TestResult ofFound(Map<String, String> found) {
            return new TestResult(true, "", OptionalInt.empty(), found);
        }
    }
}
