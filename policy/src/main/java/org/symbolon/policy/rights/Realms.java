package org.symbolon.policy.rights;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The realms there are, and which resolvers bring users into them. */
public interface Realms {

    /**
     * A realm.
     *
     * @param resolvers those that bring users into it, in their order
     */
    record Realm(String name, List<String> resolvers) {

        boolean has(String resolver) {
            return resolvers.stream().anyMatch(member -> member.equalsIgnoreCase(resolver));
        }
    }

    List<Realm> all();

    /** The name of the realm that is meant where none is named; empty if there is no such. */
    Optional<String> preset();

    /** The names of all resolvers, in whatever realm. */
    List<String> resolvers();

    /** Whether the resolver brings users into the realm. */
    default boolean isIn(String realm, String resolver) {
        String name = realm.toLowerCase(Locale.ROOT);
        return all().stream().anyMatch(one -> one.name().equals(name) && one.has(resolver));
    }

    default List<String> names() {
        return all().stream().map(Realm::name).toList();
    }
}
