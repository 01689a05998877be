package org.symbolon.server.http.radiusserver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.symbolon.command.radiusserver.DeleteRadiusServer;
import org.symbolon.command.radiusserver.SaveRadiusServer;
import org.symbolon.command.secret.Secret;
import org.symbolon.query.radiusserver.ListRadiusServers;
import org.symbolon.query.radiusserver.RadiusServerView;
import org.symbolon.server.command.CommandDispatcher;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Parameters;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;
import org.symbolon.server.query.QueryDispatcher;

/** RADIUS servers: what is defined of them. None is asked yet. */
public class RadiusServerEndpoint implements Endpoint {

    private static final String IDENTIFIER = "identifier";
    private static final String ENFORCED = "enforce_ma";

    private final CommandDispatcher commands;
    private final QueryDispatcher queries;

    public RadiusServerEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/radiusserver/", this::list),
                Route.admin("POST", "/radiusserver/test_request", this::test),
                Route.admin("POST", "/radiusserver/<identifier>", this::save),
                Route.admin("DELETE", "/radiusserver/<identifier>", this::delete),
                Route.user("GET", "/system/names/radius", this::names));
    }

    private List<RadiusServerView> defined() {
        return queries.list(new ListRadiusServers(), RadiusServerView.class);
    }

    private Reply list(ApiRequest request) {
        Map<String, Object> listed = new TreeMap<>();
        defined().forEach(server -> listed.put(server.identifier(), json(server)));
        request.notes().success(true);
        return Reply.value(listed);
    }

    private Reply names(ApiRequest request) {
        request.notes().success(true);
        return Reply.value(defined().stream().map(RadiusServerView::identifier).toList());
    }

    private static Map<String, Object> json(RadiusServerView server) {
        Map<String, Object> json = new HashMap<>();
        json.put("server", server.server());
        json.put("port", server.port());
        json.put("dictionary", server.dictionary());
        json.put("description", server.description());
        json.put("timeout", server.timeout());
        json.put("retries", server.retries());
        json.put(ENFORCED, server.authenticatorEnforced());
        return json;
    }

    private Reply save(ApiRequest request) {
        Parameters parameters = request.parameters();
        String identifier = parameters.required(IDENTIFIER);
        request.notes().info(identifier);
        return send(
                request,
                new SaveRadiusServer(
                        identifier,
                        parameters.required("server"),
                        parameters.integerOrNull("port"),
                        Secret.of(parameters.required("secret")),
                        parameters.text("dictionary").orElse(null),
                        parameters.text("description").orElse(null),
                        parameters.integerOrNull("timeout"),
                        parameters.integerOrNull("retries"),
                        parameters.has(ENFORCED) ? parameters.filled(ENFORCED) : null));
    }

    private Reply delete(ApiRequest request) {
        String identifier = request.parameters().required(IDENTIFIER);
        request.notes().info(identifier);
        return send(request, new DeleteRadiusServer(identifier));
    }

    private Reply send(ApiRequest request, Object command) {
        return commands.send(request, command, (Boolean done) -> {
            request.notes().success(true);
            return Reply.value(done);
        });
    }

    private Reply test(ApiRequest request) {
        List.of(IDENTIFIER, "server", "secret", "username", "password").forEach(request.parameters()::required);
        throw ApiException.server("Asking a RADIUS server needs a RADIUS connector, which this version lacks");
    }
}
