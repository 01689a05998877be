package org.symbolon.command.user;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.user.port.KeptAttributes;
import org.symbolon.command.user.port.RealmRegistry;
import org.symbolon.command.user.port.UserRealm;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.user.UserKey;

/**
 * What is known of users beside what their resolvers know. It hangs on the realm, so a user whose realm does not exist has
 * nothing.
 */
public class CustomAttributes {

    /** The type of attributes that only the server is to know, as with privacyIDEA. */
    public static final String INTERNAL = "pi_internal";

    private final RealmRegistry registry;
    private final KeptAttributes kept;

    public CustomAttributes(RealmRegistry registry, KeptAttributes kept) {
        this.registry = registry;
        this.kept = kept;
    }

    /** The user as attributes know him; empty if there is no such realm. */
    public Optional<UserKey> keyOf(KnownUser user) {
        return registry.realm(user.realm()).map(realm -> new UserKey(realm.id(), user.resolver(), user.userId()));
    }

    /** The attributes of a user by their keys. */
    public Map<String, String> of(KnownUser user) {
        return keyOf(user)
                .map(key -> kept.of(key.realmId(), List.of(key.userId())).getOrDefault(key, Map.of()))
                .orElse(Map.of());
    }

    /** What only the server is to know of a user, by its keys. */
    public Map<String, String> internal(KnownUser user) {
        return keyOf(user).map(kept::internal).orElse(Map.of());
    }

    /** Puts the attributes that users have in a realm over what their resolvers know of them. */
    List<FoundUser> over(List<FoundUser> users, UserRealm realm) {
        Map<UserKey, Map<String, String>> known = kept.of(
                realm.id(), users.stream().map(FoundUser::userId).distinct().toList());
        return users.stream()
                .map(user -> user.with(
                        known.getOrDefault(new UserKey(realm.id(), user.resolver(), user.userId()), Map.of())))
                .toList();
    }
}
