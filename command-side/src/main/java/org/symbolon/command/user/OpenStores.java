package org.symbolon.command.user;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.symbolon.command.resolver.UserStoreTypes;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.user.port.UserResolver;
import org.symbolon.events.shared.ConfigEntry;

/** The user stores of the resolvers, opened when they are first asked and anew when their configuration changes. */
public class OpenStores {

    private record Opened(UserResolver resolver, UserStore store) {}

    private final UserStoreTypes types;
    private final SecretVault vault;
    private final Map<String, Opened> byName = new ConcurrentHashMap<>();

    public OpenStores(UserStoreTypes types, SecretVault vault) {
        this.types = types;
        this.vault = vault;
    }

    /** The store; it throws when it cannot be reached or read now. */
    UserStore of(UserResolver resolver) {
        Opened known = byName.get(resolver.name());
        if (known != null && known.resolver.equals(resolver)) {
            return known.store;
        }
        UserStore store = types.require(resolver.type()).open(clear(resolver.entries()));
        byName.put(resolver.name(), new Opened(resolver, store));
        return store;
    }

    /** Whether the store need not be asked over a network. */
    boolean answerFromMemory(UserResolver resolver) {
        return types.require(resolver.type()).answersFromMemory();
    }

    private Map<String, String> clear(Map<String, ConfigEntry> entries) {
        Map<String, String> clear = new HashMap<>();
        entries.forEach((key, entry) ->
                clear.put(key, entry.isSecret() ? vault.unseal(entry.secret()).reveal() : entry.value()));
        return clear;
    }
}
