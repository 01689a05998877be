package org.symbolon.server.http.tokentype;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.command.challenge.CallTokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeCall;
import org.symbolon.command.tokentype.TypeReply;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Parameters;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;
import org.symbolon.server.http.Shape;
import org.symbolon.server.policy.action.AdminActions;

/**
 * What is asked of a token type itself: to answer its own kind of client, and to test its settings, which no type of this
 * version can.
 */
public class TokenTypeEndpoint implements Endpoint {

    private static final String EMAIL = "email";

    private static final Shape OF_EMAIL = Shape.fields("")
            .with("email.mailserver", Shape.text("The mail server, needed for the type `email`."))
            .with("email.mailfrom", Shape.text("From whom the mail is, needed for the type `email`."))
            .with("email.recipient", Shape.text("To whom it goes, needed for the type `email`."));

    private final CommandDispatcher commands;
    private final TokenTypes types;

    public TokenTypeEndpoint(CommandDispatcher commands, TokenTypes types) {
        this.commands = commands;
        this.types = types;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                asking("GET"),
                asking("POST"),
                Route.admin("POST", "/system/test/<tokentype>", this::test)
                        .needs(AdminActions.CONFIGWRITE)
                        .does("Tries the settings of a token type out.")
                        .takes("tokentype", Shape.text("The type."))
                        .takes(OF_EMAIL)
                        .answers(Shape.flag("Whether they work."))
                        .tells(Shape.fields("").with("message", Shape.text("What came of it.")))
                        .refuses(903, "There is no connector yet."));
    }

    private Route asking(String method) {
        return Route.open(method, "/ttype/<ttype>", this::answer)
                .does("Answers the clients of a token type that has its own.")
                .takes("ttype", Shape.text("The type."));
    }

    private Reply answer(ApiRequest request) {
        String type = request.parameters().required("ttype");
        requireKnown(type, "ttype");
        request.notes().tokenType(type);
        CallTokenType call = new CallTokenType(type, new TypeCall(request.method(), texts(request.parameters())));
        return commands.send(request, call, (TypeReply said) -> {
            request.notes().success(true);
            return said.detail().isEmpty()
                    ? Reply.value(said.value())
                    : Reply.value(said.value()).detail(said.detail());
        });
    }

    private static Map<String, String> texts(Parameters parameters) {
        Map<String, String> texts = new HashMap<>();
        for (String name : parameters.names()) {
            parameters.printed(name).ifPresent(text -> texts.put(name, text));
        }
        return texts;
    }

    private Reply test(ApiRequest request) {
        Parameters parameters = request.parameters();
        String type = parameters.required("tokentype");
        if (type.equals(EMAIL)) {
            List.of("email.mailserver", "email.mailfrom", "email.recipient").forEach(parameters::required);
            throw ApiException.server("Sending mail needs an SMTP connector, which this version lacks");
        }
        requireKnown(type, "tokentype");
        request.notes().success(true).tokenType(type);
        return Reply.value(false).detail(Map.of("message", "Not implemented"));
    }

    private void requireKnown(String type, String parameter) {
        if (types.find(type).isEmpty()) {
            throw ApiException.parameter("Invalid tokentype provided. " + parameter + ": " + type);
        }
    }
}
