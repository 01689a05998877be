package org.symbolon.command.resolver.port;

import java.util.List;
import java.util.Optional;

/** What is known of resolvers and their realms, as of the current transaction. */
public interface Resolvers {

    /** The name as it is stored, whatever the case of the one given. */
    Optional<String> storedName(String name);

    /** The realms that contain the resolver, in the order of their numbers. */
    List<String> realmsOf(String name);
}
