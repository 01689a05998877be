package org.symbolon.server.http.remoteserver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.symbolon.command.remoteserver.DeleteRemoteServer;
import org.symbolon.command.remoteserver.SaveRemoteServer;
import org.symbolon.query.remoteserver.ListRemoteServers;
import org.symbolon.query.remoteserver.RemoteServerView;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Parameters;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;
import org.symbolon.server.http.Shape;
import org.symbolon.server.policy.action.AdminActions;
import org.symbolon.server.query.QueryDispatcher;

/** Other servers of this kind: what is defined of them. None is asked yet. */
public class RemoteServerEndpoint implements Endpoint {

    private static final String IDENTIFIER = "identifier";

    private static final String ONE = "/edumfaserver/<" + IDENTIFIER + ">";
    private static final Shape LISTED = Shape.mapOf(
            "By name.",
            Shape.fields("")
                    .with("id", Shape.number("Its number."))
                    .with("url", Shape.text("Where it is."))
                    .with("tls", Shape.flag("Whether its certificate is verified."))
                    .with("description", Shape.text("What it is for.")));

    private final CommandDispatcher commands;
    private final QueryDispatcher queries;

    public RemoteServerEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/edumfaserver/", this::list)
                        .needs(AdminActions.EDUMFASERVER_READ)
                        .does("Lists other servers of this kind.")
                        .answers(LISTED),
                Route.admin("POST", "/edumfaserver/test_request", this::test)
                        .needs(AdminActions.EDUMFASERVER_WRITE)
                        .does("Asks another server whether it lets somebody in.")
                        .takes(IDENTIFIER, Shape.text("Its name.").required())
                        .takes("url", Shape.text("Where it is.").required())
                        .takes("username", Shape.text("Who is to be let in.").required())
                        .takes("password", Shape.secret("His password.").required())
                        .refuses(903, "There is no connector yet."),
                Route.admin("POST", ONE, this::save)
                        .needs(AdminActions.EDUMFASERVER_WRITE)
                        .does("Defines another server, or changes what is given of it.")
                        .takes(IDENTIFIER, Shape.text("Its name."))
                        .takes("url", Shape.text("Where it is.").required())
                        .takes(
                                "tls",
                                Shape.flag("Whether its certificate is verified.")
                                        .or(true))
                        .takes("description", Shape.text("What it is for."))
                        .answers(Shape.flag("True.")),
                Route.admin("DELETE", ONE, this::delete)
                        .needs(AdminActions.EDUMFASERVER_WRITE)
                        .does("Deletes another server.")
                        .takes(IDENTIFIER, Shape.text("Its name."))
                        .answers(Shape.flag("True."))
                        .refuses(601, "It does not exist."));
    }

    private Reply list(ApiRequest request) {
        Map<String, Object> listed = new TreeMap<>();
        for (RemoteServerView server : queries.list(new ListRemoteServers(), RemoteServerView.class)) {
            Map<String, Object> json = new HashMap<>();
            json.put("id", server.number());
            json.put("url", server.url());
            json.put("tls", server.tls());
            json.put("description", server.description());
            listed.put(server.identifier(), json);
        }
        request.notes().success(true);
        return Reply.value(listed);
    }

    private Reply save(ApiRequest request) {
        Parameters parameters = request.parameters();
        String identifier = parameters.required(IDENTIFIER);
        request.notes().info(identifier);
        return send(
                request,
                new SaveRemoteServer(
                        identifier,
                        parameters.required("url"),
                        parameters.flagOrNull("tls"),
                        parameters.text("description").orElse(null)));
    }

    private Reply delete(ApiRequest request) {
        String identifier = request.parameters().required(IDENTIFIER);
        request.notes().info(identifier);
        return send(request, new DeleteRemoteServer(identifier));
    }

    private Reply send(ApiRequest request, Object command) {
        return commands.send(request, command, (Boolean done) -> {
            request.notes().success(true);
            return Reply.value(done);
        });
    }

    private Reply test(ApiRequest request) {
        List.of(IDENTIFIER, "url", "username", "password").forEach(request.parameters()::required);
        throw ApiException.server("Asking a remote server needs a connector for it, which this version lacks");
    }
}
