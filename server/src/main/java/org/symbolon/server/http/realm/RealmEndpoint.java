package org.symbolon.server.http.realm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.symbolon.command.realm.ChangeDefaultRealm;
import org.symbolon.command.realm.ClearDefaultRealm;
import org.symbolon.command.realm.DeleteRealm;
import org.symbolon.command.realm.SaveRealm;
import org.symbolon.events.realm.RealmMember;
import org.symbolon.projections.config.RealmView;
import org.symbolon.server.command.CommandDispatcher;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.ConfigurationSource;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Parameters;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;

/** Realms: which resolvers belong together, and which realm is meant when none is named. */
public class RealmEndpoint implements Endpoint {

    private final CommandDispatcher commands;
    private final ConfigurationSource configuration;
    private final List<String> superuserRealms;

    public RealmEndpoint(CommandDispatcher commands, ConfigurationSource configuration, List<String> superuserRealms) {
        this.commands = commands;
        this.configuration = configuration;
        this.superuserRealms = superuserRealms;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/realm/", this::list),
                Route.admin("GET", "/realm/superuser", this::superuser),
                Route.admin("POST", "/realm/<realm>", this::save),
                Route.admin("DELETE", "/realm/<realm>", this::delete),
                Route.admin("GET", "/defaultrealm", this::defaultRealm),
                Route.admin("POST", "/defaultrealm/<realm>", this::changeDefault),
                Route.admin("DELETE", "/defaultrealm", this::clearDefault));
    }

    private Reply list(ApiRequest request) {
        Map<String, Object> listed = new TreeMap<>();
        configuration.wanted(request).realms().forEach(realm -> listed.put(realm.name(), json(realm)));
        request.notes().success(true);
        return Reply.value(listed);
    }

    private Reply superuser(ApiRequest request) {
        request.notes().success(true);
        return Reply.value(superuserRealms);
    }

    private Reply defaultRealm(ApiRequest request) {
        Map<String, Object> found = new HashMap<>();
        configuration.wanted(request).defaultRealm().ifPresent(realm -> found.put(realm.name(), json(realm)));
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
