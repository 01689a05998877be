package org.symbolon.command.user;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.symbolon.command.resolver.port.StoredUser;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.command.user.port.UserCache;
import org.symbolon.command.user.port.UserResolver;

/**
 * Finds users in one resolver: in the cache, if it is on and has them, and in the user store. Stores that answer from memory
 * are always asked themselves, for they are faster than the cache and never out of date.
 */
class UserLookups {

    private final OpenStores stores;
    private final UserCache cache;

    UserLookups(OpenStores stores, UserCache cache) {
        this.stores = stores;
        this.cache = cache;
    }

    Optional<StoredUser> withLogin(UserResolver resolver, String login) {
        if (!isCached(resolver)) {
            return askForLogin(resolver, login);
        }
        return cache.withLogin(resolver.name(), login).or(() -> askedOrLast(resolver, login));
    }

    /** While the store is away, whom it last knew. */
    private Optional<StoredUser> askedOrLast(UserResolver resolver, String login) {
        try {
            Optional<StoredUser> asked = askForLogin(resolver, login);
            asked.ifPresentOrElse(
                    user -> keep(resolver, Map.of(login, user)), () -> cache.forget(resolver.name(), login));
            return asked;
        } catch (UserStoreUnavailableException away) {
            Optional<StoredUser> last = cache.lastWithLogin(resolver.name(), login);
            if (last.isEmpty()) {
                throw away;
            }
            return last;
        }
    }

    Optional<StoredUser> withId(UserResolver resolver, String userId) {
        if (isCached(resolver)) {
            return Optional.ofNullable(withIds(resolver, List.of(userId)).get(userId));
        }
        return stores.ask(resolver, store -> store.attributesOf(userId))
                .map(UserLookups::login)
                .map(login -> new StoredUser(login, userId));
    }

    /** The users with these ids, by id, in one question to the cache and one to the store; whoever is unknown is left out. */
    Map<String, StoredUser> withIds(UserResolver resolver, Collection<String> userIds) {
        if (!isCached(resolver)) {
            return askForIds(resolver, userIds);
        }
        Map<String, StoredUser> found = new HashMap<>(cache.withIds(resolver.name(), userIds));
        List<String> others =
                userIds.stream().filter(id -> !found.containsKey(id)).toList();
        if (!others.isEmpty()) {
            found.putAll(askedOrLast(resolver, others));
        }
        return found;
    }

    private Map<String, StoredUser> askedOrLast(UserResolver resolver, Collection<String> userIds) {
        try {
            Map<String, StoredUser> asked = askForIds(resolver, userIds);
            keep(resolver, byLogin(asked.values()));
            return asked;
        } catch (UserStoreUnavailableException away) {
            Map<String, StoredUser> last = cache.lastWithIds(resolver.name(), userIds);
            if (last.isEmpty()) {
                throw away;
            }
            return last;
        }
    }

    private boolean isCached(UserResolver resolver) {
        return !stores.answerFromMemory(resolver) && cache.isOn();
    }

    private Optional<StoredUser> askForLogin(UserResolver resolver, String login) {
        return stores.ask(resolver, store -> store.withLogin(login));
    }

    private Map<String, StoredUser> askForIds(UserResolver resolver, Collection<String> userIds) {
        Map<String, StoredUser> found = new HashMap<>();
        stores.ask(resolver, store -> store.attributesOf(userIds)).forEach((id, attributes) -> {
            String login = login(attributes);
            if (login != null) {
                found.put(id, new StoredUser(login, id));
            }
        });
        return found;
    }

    private static String login(Map<String, String> attributes) {
        return attributes.get("username");
    }

    private static Map<String, StoredUser> byLogin(Collection<StoredUser> users) {
        return users.stream()
                .collect(Collectors.toMap(StoredUser::login, Function.identity(), (first, second) -> first));
    }

    /** Unless the resolver was changed while it was asked: what it said may not be true any more. */
    private void keep(UserResolver asked, Map<String, StoredUser> byLogin) {
        if (!byLogin.isEmpty() && stores.isCurrent(asked)) {
            cache.keep(asked.name(), byLogin);
        }
    }
}
