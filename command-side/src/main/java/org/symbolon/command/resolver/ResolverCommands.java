package org.symbolon.command.resolver;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.symbolon.command.definition.Configured;
import org.symbolon.command.definition.Definitions;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.resolver.port.Resolvers;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.command.secret.Censored;
import org.symbolon.command.secret.GivenEntries;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.DecidedSoFar;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.definition.TypedEntries;

/** What administrators do to resolvers. */
public class ResolverCommands {

    /** What answers show in place of a secret; sent back, it means: leave the secret as it is. */
    public static final String CENSORED = Censored.TEXT;

    private final Definitions<Resolver, TypedEntries> resolvers;
    private final Resolvers known;
    private final UserStoreTypes types;
    private final Configured configured;

    public ResolverCommands(
            Definitions<Resolver, TypedEntries> resolvers, Resolvers known, UserStoreTypes types, SecretVault vault) {
        this.resolvers = resolvers;
        this.known = known;
        this.types = types;
        this.configured = new Configured(Resolver.KIND, "resolver", vault);
    }

    /** The number of the resolver. */
    @CommandHandler
    public int handle(SaveResolver command) throws Exception {
        configured.checkName(command.name());
        Limits.check("resolver", command.name(), Limits.RESOLVER_NAME);
        UserStoreType type = types.require(command.type());
        Map<String, String> texts = new HashMap<>();
        command.entries().forEach((key, value) -> texts.put(key, value.reveal()));
        type.objection(texts).ifPresent(objection -> {
            throw Refusal.parameter(objection);
        });
        String name = DecidedSoFar.resolver(command.name())
                .or(() -> known.storedName(command.name()))
                .orElse(command.name());
        GivenEntries given = new GivenEntries(command.entries(), command.types(), command.descriptions());
        int number = resolvers.save(name, configured.written(name, type.name(), given, type.secretKeys()));
        DecidedSoFar.noteResolver(name);
        return number;
    }

    /** The number of the deleted resolver, empty if there is none of that name. */
    @CommandHandler
    public Optional<Integer> handle(DeleteResolver command) {
        return resolvers.deleteIfPresent(command.name(), settings -> {
            refuseInARealm(command.name());
            configured.erase(settings);
        });
    }

    private void refuseInARealm(String name) {
        DecidedSoFar.realmsOf(name, known.realmsOf(name)).stream().findFirst().ifPresent(realm -> {
            throw Refusal.configAdmin("The resolver '" + name + "' is still contained in realm '" + realm + "'.");
        });
    }
}
