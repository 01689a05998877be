package org.symbolon.command.user;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.resolver.Resolver;
import org.symbolon.command.resolver.UserStoreTypes;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.command.secret.port.SealBrokenException;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.KeptOpen;
import org.symbolon.command.user.port.RealmRegistry;
import org.symbolon.command.user.port.UserResolver;
import org.symbolon.events.shared.ConfigEntry;

/**
 * The user stores of the resolvers, opened when they are first asked. When a resolver changes or goes, its store is closed,
 * once those who ask it are done.
 */
public class OpenStores implements AutoCloseable {

    private static final int MOST_FOR_ONE_STORE = 40;
    private static final int MOST_FOR_ALL_STORES = 50;

    private final StorePlaces places = new StorePlaces(MOST_FOR_ONE_STORE, MOST_FOR_ALL_STORES);
    private final UserStoreTypes types;
    private final SecretVault vault;
    private final RealmRegistry registry;
    private final KeptOpen<UserResolver, UserStore> open;

    public OpenStores(UserStoreTypes types, SecretVault vault, RealmRegistry registry) {
        this.types = types;
        this.vault = vault;
        this.registry = registry;
        this.open = new KeptOpen<>(UserResolver::name, this::open, UserStore::close, this::isCurrent);
    }

    /**
     * Asks the store of a resolver; that throws when it cannot be reached or read now. The limits leave threads of the HTTP server for
     * whoever asks no store that is far away and slow.
     */
    <T> T ask(UserResolver resolver, Function<UserStore, T> question) {
        return answerFromMemory(resolver)
                ? open.ask(resolver, question)
                : places.ask(resolver.name(), () -> askFar(resolver, question));
    }

    /** Whoever reads of the trouble must know which resolver has it. */
    private <T> T askFar(UserResolver resolver, Function<UserStore, T> question) {
        try {
            return open.ask(resolver, question);
        } catch (UserStoreUnavailableException away) {
            throw new UserStoreUnavailableException(
                    "Resolver " + resolver.name() + ": " + away.getMessage(), away.getCause());
        }
    }

    /** Whether the resolver is still configured so; what it said may not be true any more otherwise. */
    boolean isCurrent(UserResolver resolver) {
        return registry.resolver(resolver.name()).filter(resolver::equals).isPresent();
    }

    /** Whether the store need not be asked over a network. */
    boolean answerFromMemory(UserResolver resolver) {
        return types.require(resolver.type()).answersFromMemory();
    }

    /** What is found out about the store of a resolver, over connections of its own. */
    public List<Finding> examine(UserResolver resolver) {
        try {
            return types.require(resolver.type()).examine(clear(resolver));
        } catch (SealBrokenException forged) {
            return List.of(Finding.failed(forged.getMessage()));
        } catch (Refusal unknown) {
            return List.of(Finding.failed("There is no type of resolvers " + resolver.type()));
        }
    }

    /** Closes the stores of resolvers that have changed or are gone. */
    public void closeOutdated() {
        open.closeOutdated();
    }

    @Override
    public void close() {
        open.close();
    }

    /** With a secret that was not sealed for this resolver no store is opened. */
    private UserStore open(UserResolver resolver) {
        try {
            return types.require(resolver.type()).open(clear(resolver));
        } catch (SealBrokenException forged) {
            throw new UserStoreUnavailableException(forged.getMessage(), forged);
        }
    }

    private Map<String, String> clear(UserResolver resolver) {
        Map<String, String> clear = new HashMap<>();
        resolver.entries().forEach((key, entry) -> clear.put(key, clear(resolver.name(), key, entry)));
        return clear;
    }

    private String clear(String resolver, String key, ConfigEntry entry) {
        return entry.isSecret()
                ? vault.unseal(Resolver.KIND.entryBinding(resolver, key), entry.secret())
                        .reveal()
                : entry.value();
    }
}
