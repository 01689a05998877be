package org.symbolon.command.user.port;

import java.util.List;
import java.util.Optional;

/** The realms and resolvers as they are now, from memory: each log-in asks. */
public interface RealmRegistry {

    /** The realm of exactly this name. */
    Optional<UserRealm> realm(String name);

    List<UserRealm> realms();

    Optional<UserRealm> defaultRealm();

    /** The resolver of exactly this name. */
    Optional<UserResolver> resolver(String name);

    /** The resolver that has this name in whatever case. */
    Optional<UserResolver> resolverIgnoringCase(String name);
}
