package org.symbolon.store.readmodel;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.symbolon.policy.rights.Realms;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.RealmView;
import org.symbolon.projections.config.ResolverView;

/** Shows policies the realms and resolvers of the configuration in memory. */
@Component
public class RealmLookups implements Realms {

    private final Supplier<ConfigurationView> configuration;

    public RealmLookups(Supplier<ConfigurationView> configuration) {
        this.configuration = configuration;
    }

    @Override
    public List<Realm> all() {
        return configuration.get().realms().stream().map(RealmLookups::realm).toList();
    }

    private static Realm realm(RealmView view) {
        return new Realm(
                view.name(),
                view.members().stream().map(RealmView.Member::resolver).toList());
    }

    @Override
    public Optional<String> preset() {
        return configuration.get().defaultRealm().map(RealmView::name);
    }

    @Override
    public List<String> resolvers() {
        return configuration.get().resolvers().stream().map(ResolverView::name).toList();
    }
}
