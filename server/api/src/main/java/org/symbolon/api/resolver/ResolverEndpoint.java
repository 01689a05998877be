package org.symbolon.api.resolver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.ConfigParameters;
import org.symbolon.api.kernel.ConfigurationSource;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.JsonText;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.resolver.DeleteResolver;
import org.symbolon.command.resolver.Resolver;
import org.symbolon.command.resolver.ResolverCommands;
import org.symbolon.command.resolver.SaveResolver;
import org.symbolon.command.resolver.UserStoreTypes;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.command.secret.GivenEntries;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Truth;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.projections.config.ResolverView;

/** Resolvers: where users come from. */
@Component
public class ResolverEndpoint implements Endpoint {

    /** Parameters that are no entries of a resolver's configuration. */
    private static final Set<String> NO_ENTRIES = Set.of("type", "resolver", "nonce");

    private static final Shape LISTED = Shape.mapOf(
            "By name.",
            Shape.fields("")
                    .with("resolvername", Shape.text("Its name."))
                    .with("type", Shape.text("Its type."))
                    .with("data", Shape.object("Its configuration: texts, and objects where its type has them."))
                    .with("censor_keys", Shape.list("Which entries are secret.")));

    private final CommandDispatcher commands;
    private final ConfigurationSource configuration;
    private final UserStoreTypes types;
    private final SecretVault vault;

    public ResolverEndpoint(
            CommandDispatcher commands, ConfigurationSource configuration, UserStoreTypes types, SecretVault vault) {
        this.commands = commands;
        this.configuration = configuration;
        this.types = types;
        this.vault = vault;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/resolver/", this::list)
                        .needs(AdminActions.RESOLVERREAD)
                        .does("Lists resolvers; secrets are censored.")
                        .takes("type", Shape.text("Only of this type."))
                        .takes("editable", Shape.flag("Only those whose users can be changed, or only the others."))
                        .takes(ConfigurationSource.PARAMETERS)
                        .answers(LISTED),
                Route.admin("GET", "/resolver/<resolver>", this::get)
                        .needs(AdminActions.RESOLVERREAD)
                        .does("Shows one resolver, whatever the case of its name; nothing where it is unknown.")
                        .takes("resolver", Shape.text("Its name."))
                        .takes(ConfigurationSource.PARAMETERS)
                        .answers(LISTED),
                testing(),
                Route.admin("GET", "/resolver/<type>/default", this::presets)
                        .needsNoRight("It is the same on every server.")
                        .does("Shows what a type of resolver presets.")
                        .takes("type", Shape.text("The type."))
                        .answers(Shape.object("The entries of a configuration; none for a type that presets nothing.")),
                Route.admin("POST", "/resolver/<resolver>", this::save)
                        .needs(AdminActions.RESOLVERWRITE)
                        .does("Makes a resolver, or changes what is given of it.")
                        .takes("resolver", Shape.text("Its name."))
                        .takes("type", Shape.text("Its type.").required())
                        .takes(ConfigParameters.SHAPE)
                        .answers(Shape.number("Its number."))
                        .refuses(302, "It exists with another type."),
                Route.admin("DELETE", "/resolver/<resolver>", this::delete)
                        .needs(AdminActions.RESOLVERDELETE)
                        .does("Deletes a resolver that no realm has.")
                        .takes("resolver", Shape.text("Its name."))
                        .answers(Shape.number("Its number, or -1 where it is unknown."))
                        .refuses(302, "A realm has it."));
    }

    private Route testing() {
        return Route.admin("POST", "/resolver/test", this::test)
                .needs(AdminActions.RESOLVERWRITE)
                .does("Tries a configuration out.")
                .takes("type", Shape.text("The type of resolver.").required())
                .takes("resolver", Shape.text("The resolver whose secrets stand for those that are sent censored."))
                .takes(ConfigParameters.SHAPE)
                .answers(Shape.anything("Whether it works; of an SQL database how many users it has, or -1."))
                .tells(Shape.fields("")
                        .with(
                                "description",
                                Shape.anything(
                                        "What came of it: a text, or what is known of the one user who was tried.")));
    }

    private Reply list(ApiRequest request) {
        Map<String, Object> listed = new TreeMap<>();
        for (ResolverView resolver : configuration.wanted(request).resolvers()) {
            if (isWanted(resolver, request.parameters())) {
                listed.put(resolver.name(), json(resolver));
            }
        }
        request.notes().success(true);
        return Reply.value(listed);
    }

    private static boolean isWanted(ResolverView resolver, Parameters parameters) {
        boolean typeFits =
                parameters.nonEmptyText("type").map(resolver.type()::equals).orElse(true);
        if (!typeFits || !parameters.has("editable")) {
            return typeFits;
        }
        ConfigEntry editable =
                resolver.entries().getOrDefault("Editable", resolver.entries().get("EDITABLE"));
        boolean isEditable = editable != null && Truth.of(editable.value());
        return isEditable == parameters.flag("editable");
    }

    private Reply get(ApiRequest request) {
        String name = request.parameters().required("resolver");
        Map<String, Object> found = new HashMap<>();
        configuration
                .wanted(request)
                .resolverIgnoringCase(name)
                .ifPresent(resolver -> found.put(resolver.name(), json(resolver)));
        request.notes().success(true).info(name);
        return Reply.value(found);
    }

    private Map<String, Object> json(ResolverView resolver) {
        return ResolverEntries.shown(resolver, types.find(resolver.type()));
    }

    private Reply save(ApiRequest request) {
        Parameters parameters = request.parameters();
        String type = parameters.required("type");
        String name = parameters.required("resolver");
        request.notes().info(name);
        GivenEntries given = ConfigParameters.given(parameters, NO_ENTRIES);
        Map<String, Secret> entries = ResolverEntries.taken(given.values(), types.require(type));
        SaveResolver command = new SaveResolver(name, type, entries, given.types(), given.descriptions());
        return commands.send(request, command, (Integer number) -> {
            request.notes().success(true);
            return Reply.value(number);
        });
    }

    private Reply delete(ApiRequest request) {
        String name = request.parameters().required("resolver");
        request.notes().info(name);
        return commands.send(request, new DeleteResolver(name), (Optional<Integer> number) -> {
            request.notes().success(number.isPresent());
            return Reply.value(number.orElse(-1));
        });
    }

    private Reply test(ApiRequest request) {
        String type = request.parameters().required("type");
        UserStoreType known = types.require(type);
        UserStoreType.TestResult result = known.test(configurationToTest(request.parameters(), known));
        Object value = result.users().isPresent() ? result.users().getAsInt() : result.success();
        Object told = result.found().isEmpty() ? result.description() : result.found();
        return Reply.value(value).detail(Map.of("description", told));
    }

    private Reply presets(ApiRequest request) {
        UserStoreType type = types.require(request.parameters().required("type"));
        request.notes().success(true).info(type.name());
        return Reply.value(type.presets().flatMap(JsonText::parse).orElse(Map.of()));
    }

    /** What was sent; a censored value stands for the stored one of the resolver that is named. */
    private Map<String, String> configurationToTest(Parameters parameters, UserStoreType type) {
        Map<String, String> entries = new HashMap<>();
        ResolverEntries.taken(ConfigParameters.given(parameters, NO_ENTRIES).values(), type)
                .forEach((key, value) -> entries.put(key, value.reveal()));
        Optional<ResolverView> stored =
                parameters.nonEmptyText("resolver").flatMap(configuration.now()::resolverIgnoringCase);
        stored.ifPresent(resolver -> resolver.entries().forEach((key, entry) -> {
            if (entry.isSecret() && ResolverCommands.CENSORED.equals(entries.get(key))) {
                entries.put(
                        key,
                        vault.unseal(Resolver.KIND.entryBinding(resolver.name(), key), entry.secret())
                                .reveal());
            }
        }));
        return entries;
    }
}
