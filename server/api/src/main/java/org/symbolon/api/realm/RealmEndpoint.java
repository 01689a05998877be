package org.symbolon.api.realm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.ConfigurationSource;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Handler;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.RouteNeed;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.realm.ChangeDefaultRealm;
import org.symbolon.command.realm.ClearDefaultRealm;
import org.symbolon.command.realm.DeleteRealm;
import org.symbolon.command.realm.SaveRealm;
import org.symbolon.events.realm.RealmMember;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.projections.config.RealmView;

/** Realms: which resolvers belong together, and which realm is meant when none is named. */
@Component
public class RealmEndpoint implements Endpoint {

    private static final RouteNeed SOME_RIGHT = RouteNeed.openList("right of any kind, realms of it", List.of());

    private static final Shape NAME = Shape.text("Its name.");
    private static final Shape RESOLVER = Shape.fields("")
            .with("name", Shape.text("Its name."))
            .with("type", Shape.text("Its type."))
            .with(
                    "priority",
                    Shape.number("When it is asked, the lowest first.").orNull());
    private static final Shape LISTED = Shape.mapOf(
            "By name.",
            Shape.fields("")
                    .with("id", Shape.number("Its number."))
                    .with("option", Shape.text("Empty."))
                    .with("default", Shape.flag("Whether it is the default."))
                    .with("resolver", Shape.listOf("Its resolvers.", RESOLVER)));

    private final CommandDispatcher commands;
    private final ConfigurationSource configuration;
    private final List<String> superuserRealms;

    public RealmEndpoint(
            CommandDispatcher commands,
            ConfigurationSource configuration,
            @Value("${symbolon.superuser-realms:}") List<String> superuserRealms) {
        this.commands = commands;
        this.configuration = configuration;
        this.superuserRealms = superuserRealms;
    }

    @Override
    public List<Route> routes() {
        return Stream.concat(realms(), defaults()).toList();
    }

    private Stream<Route> realms() {
        return Stream.of(
                Route.admin("GET", "/realm/", this::list)
                        .needs(SOME_RIGHT)
                        .does("Lists all realms.")
                        .takes(ConfigurationSource.PARAMETERS)
                        .answers(LISTED),
                Route.admin("GET", "/realm/superuser", this::superuser)
                        .needsNoRight("The names stand in the configuration file.")
                        .does("Lists the realms whose users are administrators.")
                        .answers(Shape.list("Their names.")),
                Route.admin("POST", "/realm/<realm>", this::save)
                        .needs(AdminActions.RESOLVERWRITE)
                        .does("Makes a realm of resolvers, or replaces its resolvers.")
                        .takes("realm", Shape.text("Its name."))
                        .takes(
                                "resolvers",
                                Shape.list("The names of its resolvers.").required())
                        .takes(
                                "priority.<resolver>",
                                Shape.number("When a resolver is asked, the lowest first; only in JSON."))
                        .answers(Shape.fields("")
                                .with("added", Shape.list("Resolvers that it has now."))
                                .with("failed", Shape.list("Resolvers that do not exist."))),
                numbered("DELETE", "/realm/<realm>", this::delete)
                        .needs(AdminActions.RESOLVERDELETE)
                        .does("Deletes a realm.")
                        .takes("realm", NAME));
    }

    private Stream<Route> defaults() {
        return Stream.of(
                Route.admin("GET", "/defaultrealm", this::defaultRealm)
                        .needs(SOME_RIGHT)
                        .does("Shows the default realm; nothing where there is none.")
                        .takes(ConfigurationSource.PARAMETERS)
                        .answers(LISTED),
                numbered("POST", "/defaultrealm/<realm>", this::changeDefault)
                        .needs(AdminActions.RESOLVERWRITE)
                        .does("Makes a realm the default.")
                        .takes("realm", NAME),
                numbered("DELETE", "/defaultrealm", this::clearDefault)
                        .needs(AdminActions.RESOLVERDELETE)
                        .does("Takes the mark of the default from the realm that has it.")
                        .takes("realm", Shape.text("Noted in the audit; nothing depends on it."))
                        .refuses(302, "There is no default realm."));
    }

    private static Route numbered(String method, String path, Handler handler) {
        return Route.admin(method, path, handler)
                .answers(Shape.number("The realm's number."))
                .refuses(601, "There is no such realm.");
    }

    private Reply list(ApiRequest request) {
        Map<String, Object> listed = new TreeMap<>();
        Predicate<String> shown = request.rights().lists().realms();
        configuration.wanted(request).realms().stream()
                .filter(realm -> shown.test(realm.name()))
                .forEach(realm -> listed.put(realm.name(), json(realm)));
        request.notes().success(true);
        return Reply.value(listed);
    }

    private Reply superuser(ApiRequest request) {
        request.notes().success(true);
        return Reply.value(superuserRealms);
    }

    private Reply defaultRealm(ApiRequest request) {
        Map<String, Object> found = new HashMap<>();
        Predicate<String> shown = request.rights().lists().realms();
        configuration
                .wanted(request)
                .defaultRealm()
                .filter(realm -> shown.test(realm.name()))
                .ifPresent(realm -> found.put(realm.name(), json(realm)));
        request.notes().success(true);
        return Reply.value(found);
    }

    private static Map<String, Object> json(RealmView realm) {
        List<Map<String, Object>> resolvers = new ArrayList<>();
        for (RealmView.Member member : realm.members()) {
            Map<String, Object> resolver = new HashMap<>();
            resolver.put("name", member.resolver());
            resolver.put("type", member.type());
            resolver.put("priority", member.priority());
            resolvers.add(resolver);
        }
        return Map.of(
                "id", realm.id(),
                "option", realm.option(),
                "default", realm.isDefault(),
                "resolver", resolvers);
    }

    private Reply save(ApiRequest request) {
        Parameters parameters = request.parameters();
        String name = parameters.required("realm");
        if (!parameters.has("resolvers")) {
            throw ApiException.missingParameter("resolvers");
        }
        List<RealmMember> members = parameters.list("resolvers").stream()
                .map(resolver -> new RealmMember(resolver, priority(parameters, resolver)))
                .toList();
        request.notes().realm(name);
        return commands.send(request, new SaveRealm(name, members), (SaveRealm.Saved saved) -> {
            request.notes()
                    .success(saved.failed().isEmpty())
                    .info("realm: '" + name + "', resolvers: '" + String.join(",", parameters.list("resolvers")) + "'");
            return Reply.value(Map.of("added", saved.added(), "failed", saved.failed()));
        });
    }

    /** Only a JSON number counts: form values were never looked at, and zero means none. */
    private static Integer priority(Parameters parameters, String resolver) {
        Object value = parameters.value("priority." + resolver).orElse(null);
        if (!(value instanceof Number)) {
            return null;
        }
        int priority = parameters.integer("priority." + resolver, 0);
        return priority == 0 ? null : priority;
    }

    private Reply delete(ApiRequest request) {
        return send(request, new DeleteRealm(request.parameters().required("realm")));
    }

    private Reply changeDefault(ApiRequest request) {
        return send(request, new ChangeDefaultRealm(request.parameters().required("realm")));
    }

    private Reply clearDefault(ApiRequest request) {
        return send(request, new ClearDefaultRealm());
    }

    private Reply send(ApiRequest request, Object command) {
        request.parameters().text("realm").ifPresent(name -> request.notes().realm(name));
        return commands.send(request, command, (Integer number) -> {
            request.notes().success(true);
            return Reply.value(number);
        });
    }
}
