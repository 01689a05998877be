package org.symbolon.server.user;

import java.util.Optional;
import java.util.function.Supplier;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.ResolverView;

/**
 * Finds users in one resolver: in the cache, if it is on and has them, and in the user store. Stores that answer from memory
 * are always asked themselves, for they are faster than the cache and never out of date.
 */
class UserLookups {

    private final Supplier<ConfigurationView> configuration;
    private final OpenStores stores;
    private final UserCache cache;

    UserLookups(Supplier<ConfigurationView> configuration, OpenStores stores, UserCache cache) {
        this.configuration = configuration;
        this.stores = stores;
        this.cache = cache;
    }

    Optional<StoredUser> withLogin(ResolverView resolver, String login) {
        if (!isCached(resolver)) {
            return askForLogin(resolver, login);
        }
        return cache.withLogin(resolver.name(), login).or(() -> {
            Optional<StoredUser> asked = askForLogin(resolver, login);
            asked.ifPresent(user -> keep(resolver, login, user));
            return asked;
        });
    }

    Optional<StoredUser> withId(ResolverView resolver, String userId) {
        if (!isCached(resolver)) {
            return askForId(resolver, userId);
        }
        return cache.withId(resolver.name(), userId).or(() -> {
            Optional<StoredUser> asked = askForId(resolver, userId);
            asked.ifPresent(user -> keep(resolver, user.username(), user));
            return asked;
        });
    }

    private boolean isCached(ResolverView resolver) {
        return cache.isOn() && !stores.answerFromMemory(resolver);
    }

    private Optional<StoredUser> askForLogin(ResolverView resolver, String login) {
        return stores.of(resolver).userIdOf(login).map(id -> new StoredUser(login, id));
    }

    private Optional<StoredUser> askForId(ResolverView resolver, String userId) {
        return stores.of(resolver)
                .attributesOf(userId)
                .map(attributes -> attributes.get("username"))
                .map(username -> new StoredUser(username, userId));
    }

    /** Unless the resolver was changed while it was asked: what it said may not be true any more. */
    private void keep(ResolverView asked, String login, StoredUser user) {
        if (configuration.get().resolver(asked.name()).filter(asked::equals).isPresent()) {
            cache.keep(asked.name(), login, user);
        }
    }
}
