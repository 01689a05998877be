package org.symbolon.command.resolver;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.resolver.port.UserStoreType;

/** The kinds of user stores that resolvers can be made of. */
public final class UserStoreTypes {

    private final Map<String, UserStoreType> byName = new TreeMap<>();

    public UserStoreTypes(Collection<? extends UserStoreType> types) {
        types.forEach(type -> byName.put(type.name(), type));
    }

    /** The type of this name, if there is one. */
    public Optional<UserStoreType> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The type of this name.
     *
     * @throws Refusal 905 if there is none
     */
    public UserStoreType require(String name) {
        return find(name).orElseThrow(() -> Refusal.parameter("Unknown resolver type: '" + name + "'"));
    }
}
