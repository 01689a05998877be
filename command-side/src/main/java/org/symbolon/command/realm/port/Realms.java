package org.symbolon.command.realm.port;

import java.util.Optional;
import java.util.Set;

/** What is known of realms, as of the current transaction. */
public interface Realms {

    Set<String> names();

    /** A resolver's name as it is stored, if it exists. */
    Optional<String> resolver(String name);

    /** A number for a new realm that no other realm has or had. */
    int nextRealmId();
}
