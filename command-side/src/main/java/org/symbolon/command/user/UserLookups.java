package org.symbolon.command.user;

import java.util.Optional;
import org.symbolon.command.resolver.port.StoredUser;
import org.symbolon.command.user.port.RealmRegistry;
import org.symbolon.command.user.port.UserCache;
import org.symbolon.command.user.port.UserResolver;

/**
 * Finds users in one resolver: in the cache, if it is on and has them, and in the user store. Stores that answer from memory
 * are always asked themselves, for they are faster than the cache and never out of date.
 */
class UserLookups {

    private final RealmRegistry registry;
    private final OpenStores stores;
    private final UserCache cache;

    UserLookups(RealmRegistry registry, OpenStores stores, UserCache cache) {
        this.registry = registry;
        this.stores = stores;
        this.cache = cache;
    }

    Optional<StoredUser> withLogin(UserResolver resolver, String login) {
        if (!isCached(resolver)) {
            return askForLogin(resolver, login);
        }
        return cache.withLogin(resolver.name(), login).or(() -> {
            Optional<StoredUser> asked = askForLogin(resolver, login);
            asked.ifPresent(user -> keep(resolver, login, user));
            return asked;
        });
    }

    Optional<StoredUser> withId(UserResolver resolver, String userId) {
        if (!isCached(resolver)) {
            return askForId(resolver, userId);
        }
        return cache.withId(resolver.name(), userId).or(() -> {
            Optional<StoredUser> asked = askForId(resolver, userId);
            asked.ifPresent(user -> keep(resolver, user.login(), user));
            return asked;
        });
    }

    private boolean isCached(UserResolver resolver) {
        return !stores.answerFromMemory(resolver) && cache.isOn();
    }

    private Optional<StoredUser> askForLogin(UserResolver resolver, String login) {
        return stores.of(resolver).userIdOf(login).map(id -> new StoredUser(login, id));
    }

    private Optional<StoredUser> askForId(UserResolver resolver, String userId) {
        return stores.of(resolver)
                .attributesOf(userId)
                .map(attributes -> attributes.get("username"))
                .map(username -> new StoredUser(username, userId));
    }

    /** Unless the resolver was changed while it was asked: what it said may not be true any more. */
    private void keep(UserResolver asked, String login, StoredUser user) {
        if (registry.resolver(asked.name()).filter(asked::equals).isPresent()) {
            cache.keep(asked.name(), login, user);
        }
    }
}
