package org.symbolon.api.configuration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.symbolon.command.resolver.DeleteResolver;
import org.symbolon.command.resolver.Resolver;
import org.symbolon.command.resolver.SaveResolver;
import org.symbolon.command.resolver.UserStoreTypes;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.command.secret.GivenEntries;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.ResolverView;

/** Resolvers. */
@Component
final class ResolverKind extends EntriesKind {

    private final Supplier<ConfigurationView> configuration;
    private final UserStoreTypes types;
    private final SecretVault vault;

    ResolverKind(Supplier<ConfigurationView> configuration, UserStoreTypes types, SecretVault vault) {
        super(true);
        this.configuration = configuration;
        this.types = types;
        this.vault = vault;
    }

    @Override
    public String name() {
        return "resolver";
    }

    @Override
    public List<ConfiguredItem> present() {
        return configuration.get().resolvers().stream().map(this::item).toList();
    }

    private ConfiguredItem item(ResolverView resolver) {
        Map<String, Object> data = new HashMap<>();
        resolver.entries().forEach((key, entry) -> {
            if (entry.isSecret()) {
                data.put(
                        key,
                        SealedValue.of(
                                () -> vault.unseal(Resolver.KIND.entryBinding(resolver.name(), key), entry.secret())));
            } else {
                data.put(key, unfolded(key, entry.value(), mapKeys(resolver.type())));
            }
        });
        return new ConfiguredItem(resolver.name(), resolver.id(), Map.of(TYPE, resolver.type(), DATA, data));
    }

    @Override
    Set<String> secretKeys(String type) {
        return types.find(type).map(UserStoreType::secretKeys).orElse(Set.of());
    }

    @Override
    Set<String> mapKeys(String type) {
        return types.find(type).map(UserStoreType::mapKeys).orElse(Set.of());
    }

    @Override
    Object saving(String name, String type, GivenEntries changed) {
        return new SaveResolver(name, type, changed.values(), changed.types(), changed.descriptions());
    }

    @Override
    public Object deletion(ConfiguredItem present) {
        return new DeleteResolver(present.name());
    }
}
