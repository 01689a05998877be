package org.symbolon.store.user;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.symbolon.command.user.port.RealmRegistry;
import org.symbolon.command.user.port.UserRealm;
import org.symbolon.command.user.port.UserResolver;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.RealmView;
import org.symbolon.projections.config.ResolverView;

/**
 * Shows the realms and resolvers of the configuration in memory. They are put into the words of the directory once for each
 * configuration, so that finding a user makes nothing anew.
 */
@Component
public class ViewedRealms implements RealmRegistry {

    private final Supplier<ConfigurationView> configuration;
    private volatile Shown shown;

    public ViewedRealms(Supplier<ConfigurationView> configuration) {
        this.configuration = configuration;
    }

    /** What one configuration says. */
    private record Shown(ConfigurationView view, Map<String, UserResolver> resolvers, Map<String, UserRealm> realms) {

        static Shown of(ConfigurationView view) {
            Map<String, UserResolver> resolvers = view.resolvers().stream()
                    .map(one -> new UserResolver(one.name(), one.type(), one.entries()))
                    .collect(Collectors.toUnmodifiableMap(UserResolver::name, Function.identity()));
            Map<String, UserRealm> realms = view.realms().stream()
                    .map(realm -> new UserRealm(realm.id(), realm.name(), members(realm, resolvers)))
                    .collect(Collectors.toUnmodifiableMap(UserRealm::name, Function.identity()));
            return new Shown(view, resolvers, realms);
        }

        private static List<UserResolver> members(RealmView realm, Map<String, UserResolver> resolvers) {
            return realm.searched().stream()
                    .map(RealmView.Member::resolver)
                    .filter(resolvers::containsKey)
                    .map(resolvers::get)
                    .toList();
        }
    }

    private Shown current() {
        ConfigurationView view = configuration.get();
        Shown known = shown;
        if (known == null || known.view != view) {
            known = Shown.of(view);
            shown = known;
        }
        return known;
    }

    @Override
    public Optional<UserRealm> realm(String name) {
        return Optional.ofNullable(current().realms.get(name));
    }

    @Override
    public List<UserRealm> realms() {
        Shown now = current();
        return now.view.realms().stream()
                .map(RealmView::name)
                .map(now.realms::get)
                .toList();
    }

    @Override
    public Optional<UserRealm> defaultRealm() {
        Shown now = current();
        return now.view.defaultRealm().map(RealmView::name).map(now.realms::get);
    }

    @Override
    public Optional<UserResolver> resolver(String name) {
        return Optional.ofNullable(current().resolvers.get(name));
    }

    @Override
    public Optional<UserResolver> resolverIgnoringCase(String name) {
        Shown now = current();
        return now.view.resolverIgnoringCase(name).map(ResolverView::name).map(now.resolvers::get);
    }
}
