package org.symbolon.store.user;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.symbolon.command.user.CustomAttributes;
import org.symbolon.command.user.port.KeptAttributes;
import org.symbolon.events.user.UserKey;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.query.user.ListUserAttributes;
import org.symbolon.query.user.UserAttributeView;

/** Asks for the custom attributes of users, once for all of them; as long as nobody has any, no table is asked. */
@Component
public class QueriedAttributes implements KeptAttributes {

    private final Supplier<ConfigurationView> configuration;
    private final QueryDispatcher queries;

    public QueriedAttributes(Supplier<ConfigurationView> configuration, QueryDispatcher queries) {
        this.configuration = configuration;
        this.queries = queries;
    }

    @Override
    public Map<UserKey, Map<String, String>> of(int realmId, Collection<String> userIds) {
        if (!configuration.get().usersHaveAttributes() || userIds.isEmpty()) {
            return Map.of();
        }
        return views(realmId, userIds)
                .filter(view -> !isInternal(view))
                .collect(Collectors.groupingBy(
                        view -> new UserKey(realmId, view.resolver(), view.userId()),
                        Collectors.toMap(UserAttributeView::key, UserAttributeView::value)));
    }

    @Override
    public Map<String, String> internal(UserKey user) {
        if (!configuration.get().usersHaveAttributes()) {
            return Map.of();
        }
        return views(user.realmId(), List.of(user.userId()))
                .filter(view -> isInternal(view) && view.resolver().equals(user.resolver()))
                .collect(Collectors.toMap(UserAttributeView::key, UserAttributeView::value));
    }

    private Stream<UserAttributeView> views(int realmId, Collection<String> userIds) {
        return queries.list(new ListUserAttributes(realmId, List.copyOf(userIds)), UserAttributeView.class).stream();
    }

    private static boolean isInternal(UserAttributeView view) {
        return CustomAttributes.INTERNAL.equals(view.type());
    }
}
