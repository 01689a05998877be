package org.symbolon.server.user;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.symbolon.events.user.UserKey;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.RealmView;
import org.symbolon.query.user.ListUserAttributes;
import org.symbolon.query.user.UserAttributeView;
import org.symbolon.server.query.QueryDispatcher;

/**
 * What is known of users beside what their resolvers know. It hangs on the realm, so a user whose realm does not exist has
 * nothing. As long as nobody has anything, no table is asked.
 */
public class CustomAttributes {

    private final Supplier<ConfigurationView> configuration;
    private final QueryDispatcher queries;

    public CustomAttributes(Supplier<ConfigurationView> configuration, QueryDispatcher queries) {
        this.configuration = configuration;
        this.queries = queries;
    }

    /** The user as attributes know him; empty if there is no such realm. */
    public Optional<UserKey> keyOf(KnownUser user) {
        return configuration
                .get()
                .realm(user.realm())
                .map(realm -> new UserKey(realm.id(), user.resolver(), user.userId()));
    }

    /** The attributes of a user by their keys. */
    public Map<String, String> of(KnownUser user) {
        return keyOf(user)
                .map(key -> list(key.realmId(), List.of(key.userId())).getOrDefault(key, Map.of()))
                .orElse(Map.of());
    }

    /** Puts the attributes that users have in a realm over what their resolvers know of them. */
    void addTo(List<FoundUser> users, RealmView realm) {
        Map<UserKey, Map<String, String>> known = list(
                realm.id(), users.stream().map(FoundUser::userId).distinct().toList());
        users.forEach(user -> user.attributes()
                .putAll(known.getOrDefault(new UserKey(realm.id(), user.resolver(), user.userId()), Map.of())));
    }

    private Map<UserKey, Map<String, String>> list(int realmId, List<String> userIds) {
        if (!configuration.get().usersHaveAttributes() || userIds.isEmpty()) {
            return Map.of();
        }
        return queries.list(new ListUserAttributes(realmId, userIds), UserAttributeView.class).stream()
                .collect(Collectors.groupingBy(
                        view -> new UserKey(realmId, view.resolver(), view.userId()),
                        HashMap::new,
                        Collectors.toMap(UserAttributeView::key, UserAttributeView::value)));
    }
}
