package org.symbolon.server.http.smtpserver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.symbolon.command.secret.Censored;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.smtpserver.DeleteSmtpServer;
import org.symbolon.command.smtpserver.SaveSmtpServer;
import org.symbolon.query.smtpserver.ListSmtpServers;
import org.symbolon.query.smtpserver.SmtpServerView;
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

/** Mail servers: what is defined of them. None is talked to yet. */
public class SmtpServerEndpoint implements Endpoint {

    private static final String IDENTIFIER = "identifier";

    private static final String ONE = "/smtpserver/<" + IDENTIFIER + ">";
    private static final Shape SETTINGS = Shape.fields("")
            .with("server", Shape.text("Its address.").required())
            .with("port", Shape.number("Its port.").or(25))
            .with("username", Shape.text("As whom to log in there."))
            .with("password", Shape.secret("With which password; none where it is not given."))
            .with("sender", Shape.text("From whom mail is."))
            .with("tls", Shape.flag("Whether to go over to TLS.").or(false))
            .with("description", Shape.text("What it is for."))
            .with("timeout", Shape.number("After how many seconds to give up.").or(10))
            .with("enqueue_job", Shape.flag("Whether mail is sent later.").or(false));
    private static final Shape LISTED = Shape.mapOf(
            "By name.",
            Shape.fields("")
                    .with("server", Shape.text("Its address."))
                    .with("port", Shape.number("Its port."))
                    .with("username", Shape.text("As whom to log in there."))
                    .with("password", Shape.text("Censored; empty where there is none."))
                    .with("sender", Shape.text("From whom mail is."))
                    .with("tls", Shape.flag("Whether to go over to TLS."))
                    .with("description", Shape.text("What it is for."))
                    .with("timeout", Shape.number("After how many seconds to give up."))
                    .with("enqueue_job", Shape.flag("Whether mail is sent later.")));

    private final CommandDispatcher commands;
    private final QueryDispatcher queries;

    public SmtpServerEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/smtpserver/", this::list)
                        .needs(AdminActions.SMTPSERVER_READ)
                        .does("Lists mail servers.")
                        .answers(LISTED),
                Route.admin("POST", "/smtpserver/send_test_email", this::test)
                        .needs(AdminActions.SMTPSERVER_WRITE)
                        .does("Sends a mail to try a server out.")
                        .takes(IDENTIFIER, Shape.text("Its name.").required())
                        .takes("server", Shape.text("Its address.").required())
                        .takes("recipient", Shape.text("To whom.").required())
                        .refuses(903, "There is no connector yet."),
                Route.admin("POST", ONE, this::save)
                        .needs(AdminActions.SMTPSERVER_WRITE)
                        .does("Defines a mail server, or changes what is given of it.")
                        .takes(IDENTIFIER, Shape.text("Its name."))
                        .takes(SETTINGS)
                        .answers(Shape.flag("True.")),
                Route.admin("DELETE", ONE, this::delete)
                        .needs(AdminActions.SMTPSERVER_WRITE)
                        .does("Deletes a mail server.")
                        .takes(IDENTIFIER, Shape.text("Its name."))
                        .answers(Shape.flag("True."))
                        .refuses(601, "It does not exist."));
    }

    private Reply list(ApiRequest request) {
        Map<String, Object> listed = new TreeMap<>();
        for (SmtpServerView server : queries.list(new ListSmtpServers(), SmtpServerView.class)) {
            listed.put(server.identifier(), json(server));
        }
        request.notes().success(true);
        return Reply.value(listed);
    }

    private static Map<String, Object> json(SmtpServerView server) {
        Map<String, Object> json = new HashMap<>();
        json.put("server", server.server());
        json.put("port", server.port());
        json.put("username", server.username());
        json.put("password", server.hasPassword() ? Censored.TEXT : "");
        json.put("sender", server.sender());
        json.put("tls", server.tls());
        json.put("description", server.description());
        json.put("timeout", server.timeout());
        json.put("enqueue_job", server.queued());
        return json;
    }

    private Reply save(ApiRequest request) {
        Parameters parameters = request.parameters();
        String identifier = parameters.required(IDENTIFIER);
        request.notes().info(identifier);
        return send(
                request,
                new SaveSmtpServer(
                        identifier,
                        parameters.required("server"),
                        parameters.integerOrNull("port"),
                        parameters.text("username").orElse(null),
                        parameters.text("password").map(Secret::of).orElse(null),
                        parameters.text("sender").orElse(null),
                        parameters.flagOrNull("tls"),
                        parameters.text("description").orElse(null),
                        parameters.integerOrNull("timeout"),
                        parameters.flagOrNull("enqueue_job")));
    }

    private Reply delete(ApiRequest request) {
        String identifier = request.parameters().required(IDENTIFIER);
        request.notes().info(identifier);
        return send(request, new DeleteSmtpServer(identifier));
    }

    private Reply send(ApiRequest request, Object command) {
        return commands.send(request, command, (Boolean done) -> {
            request.notes().success(true);
            return Reply.value(done);
        });
    }

    private Reply test(ApiRequest request) {
        List.of(IDENTIFIER, "server", "recipient").forEach(request.parameters()::required);
        throw ApiException.server("Sending mail needs an SMTP connector, which this version lacks");
    }
}
