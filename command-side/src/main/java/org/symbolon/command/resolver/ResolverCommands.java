package org.symbolon.command.resolver;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.resolver.port.Resolvers;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.command.secret.Censored;
import org.symbolon.command.secret.GivenEntries;
import org.symbolon.command.secret.SealedConfig;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.shared.ConfigEntry;

/** What administrators do to resolvers. */
public class ResolverCommands {

    /** What answers show in place of a secret; sent back, it means: leave the secret as it is. */
    public static final String CENSORED = Censored.TEXT;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_\\-.]+");

    private final Repository<Resolver> resolvers;
    private final Resolvers known;
    private final UserStoreTypes types;
    private final SealedConfig sealing;

    public ResolverCommands(Repository<Resolver> resolvers, Resolvers known, UserStoreTypes types, SecretVault vault) {
        this.resolvers = resolvers;
        this.known = known;
        this.types = types;
        this.sealing = new SealedConfig(vault);
    }

    /** The number of the resolver. */
    @CommandHandler
    public int handle(SaveResolver command) throws Exception {
        if (!NAME.matcher(command.name()).matches()) {
            throw Refusal.parameter("Invalid resolver name. Must comply to [A-Za-z0-9_\\-.]+.");
        }
        Limits.check("resolver", command.name(), Limits.RESOLVER_NAME);
        UserStoreType type = types.require(command.type());
        String name = known.storedName(command.name()).orElse(command.name());
        Aggregate<Resolver> resolver = resolvers.loadOrCreate(Resolver.idOf(name), Resolver::new);
        boolean present = resolver.invoke(Resolver::present);
        if (present && !resolver.invoke(Resolver::type).equals(type.name())) {
            throw Refusal.configAdmin("The resolver '" + name + "' already exists with another type.");
        }
        Map<String, ConfigEntry> before = resolver.invoke(Resolver::entries);
        Map<String, ConfigEntry> entries = sealing.entries(
                new GivenEntries(command.entries(), command.types(), command.descriptions()),
                type.secretKeys(),
                before);
        if (present) {
            resolver.execute(found -> found.reconfigure(entries));
        } else {
            int number = known.nextResolverId();
            resolver.execute(found -> found.create(name, number, type.name(), entries));
        }
        return resolver.invoke(Resolver::resolverId);
    }

    /** The number of the deleted resolver, empty if there is none of that name. */
    @CommandHandler
    public Optional<Integer> handle(DeleteResolver command) {
        Optional<Aggregate<Resolver>> found = find(command.name());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> realm = known.realmOf(command.name());
        if (realm.isPresent()) {
            throw Refusal.configAdmin(
                    "The resolver '" + command.name() + "' is still contained in realm '" + realm.get() + "'.");
        }
        Aggregate<Resolver> resolver = found.get();
        resolver.invoke(Resolver::entries).values().forEach(sealing::erase);
        resolver.execute(Resolver::delete);
        return Optional.of(resolver.invoke(Resolver::resolverId));
    }

    private Optional<Aggregate<Resolver>> find(String name) {
        try {
            return Optional.of(resolvers.load(Resolver.idOf(name))).filter(found -> found.invoke(Resolver::present));
        } catch (AggregateNotFoundException e) {
            return Optional.empty();
        }
    }
}
