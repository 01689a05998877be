package org.symbolon.command.resolver;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.resolver.port.UserStoreType;

/** The kinds of user stores that resolvers can be made of. */
public final class UserStoreTypes {

    /** Types that eduMFA has and Symbolon cannot connect to yet. */
    private static final Set<String> WITHOUT_CONNECTOR =
            Set.of("ldapresolver", "sqlresolver", "scimresolver", "httpresolver");

    private final Map<String, UserStoreType> byName = new TreeMap<>();

    public UserStoreTypes(Collection<? extends UserStoreType> types) {
        types.forEach(type -> byName.put(type.name(), type));
    }

    /**
     * The type of this name.
     *
     * @throws Refusal 905 if there is none, or none yet
     */
    public UserStoreType require(String name) {
        UserStoreType type = byName.get(name);
        if (type != null) {
            return type;
        }
        if (WITHOUT_CONNECTOR.contains(name)) {
            throw Refusal.parameter("Resolver type '" + name + "' needs a connector that this version lacks");
        }
        throw Refusal.parameter("Unknown resolver type: '" + name + "'");
    }
}
