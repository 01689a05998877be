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
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Parameters;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;
import org.symbolon.server.http.Shape;
import org.symbolon.server.policy.action.AdminActions;
import org.symbolon.server.policy.action.SharedActions;
import org.symbolon.server.policy.rights.Over;
import org.symbolon.server.query.QueryDispatcher;

/** RADIUS servers: what is defined of them. None is asked yet. */
public class RadiusServerEndpoint implements Endpoint {

    private static final String IDENTIFIER = "identifier";
    private static final String ENFORCED = "enforce_ma";

    private static final String ONE = "/radiusserver/<" + IDENTIFIER + ">";
    private static final Shape SETTINGS = Shape.fields("")
            .with("server", Shape.text("Its address.").required())
            .with("port", Shape.number("Its port.").or(1812))
            .with("secret", Shape.secret("What it shares with this server.").required())
            .with("dictionary", Shape.text("The file of its attributes.").or("/etc/edumfa/dictionary"))
            .with("description", Shape.text("What it is for."))
            .with(
                    "timeout",
                    Shape.number("After how many seconds it is asked again.").or(5))
            .with("retries", Shape.number("How often it is asked again.").or(3))
            .with(
                    ENFORCED,
                    Shape.flag("Whether its answers must bring a message authenticator.")
                            .or(false));
    private static final Shape LISTED = Shape.mapOf(
            "By name, without their secrets.",
            Shape.fields("")
                    .with("server", Shape.text("Its address."))
                    .with("port", Shape.number("Its port."))
                    .with("dictionary", Shape.text("The file of its attributes."))
                    .with("description", Shape.text("What it is for."))
                    .with("timeout", Shape.number("After how many seconds it is asked again."))
                    .with("retries", Shape.number("How often it is asked again."))
                    .with(ENFORCED, Shape.flag("Whether its answers must bring a message authenticator.")));

    private final CommandDispatcher commands;
    private final QueryDispatcher queries;

    public RadiusServerEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/radiusserver/", this::list)
                        .needs(AdminActions.RADIUSSERVER_READ)
                        .does("Lists RADIUS servers.")
                        .answers(LISTED),
                Route.admin("POST", "/radiusserver/test_request", this::test)
                        .needs(AdminActions.RADIUSSERVER_WRITE)
                        .does("Asks a RADIUS server whether it lets somebody in.")
                        .takes(IDENTIFIER, Shape.text("Its name.").required())
                        .takes("server", Shape.text("Its address.").required())
                        .takes(
                                "secret",
                                Shape.secret("What it shares with this server.").required())
                        .takes("username", Shape.text("Who is to be let in.").required())
                        .takes("password", Shape.secret("His password.").required())
                        .refuses(903, "There is no connector yet."),
                Route.admin("POST", ONE, this::save)
                        .needs(AdminActions.RADIUSSERVER_WRITE)
                        .does("Defines a RADIUS server, or changes what is given of it.")
                        .takes(IDENTIFIER, Shape.text("Its name."))
                        .takes(SETTINGS)
                        .answers(Shape.flag("True."))
                        .refuses(2234, "The secret is too long."),
                Route.admin("DELETE", ONE, this::delete)
                        .needs(AdminActions.RADIUSSERVER_WRITE)
                        .does("Deletes a RADIUS server.")
                        .takes(IDENTIFIER, Shape.text("Its name."))
                        .answers(Shape.flag("True."))
                        .refuses(601, "It does not exist."),
                Route.user("GET", "/system/names/radius", this::names)
                        .needs(SharedActions.enrol("radius"), Over.ANYTHING)
                        .does("Lists the names of the RADIUS servers.")
                        .answers(Shape.list("The names.")));
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
