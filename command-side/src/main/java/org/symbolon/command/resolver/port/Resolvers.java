package org.symbolon.command.resolver.port;

import java.util.Optional;

/** What is known of resolvers and their realms, as of the current transaction. */
public interface Resolvers {

    /** The name as it is stored, whatever the case of the one given. */
    Optional<String> storedName(String name);

    /** A realm that contains the resolver. */
    Optional<String> realmOf(String name);
}
