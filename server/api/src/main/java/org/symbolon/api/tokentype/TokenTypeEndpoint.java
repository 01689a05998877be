package org.symbolon.api.tokentype;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.LoginEnd;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.login.BrakedLogins;
import org.symbolon.api.smtpserver.MailTrial;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.TypeLogins;
import org.symbolon.command.auth.TypeLogins.TypeLogin;
import org.symbolon.command.challenge.CallTokenType;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.smtpserver.port.Mail;
import org.symbolon.command.smtpserver.port.MailServer;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeCall;
import org.symbolon.command.tokentype.TypeReply;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.policy.action.TypeActions;

/**
 * What is asked of a token type itself: to answer its own kind of client, and to test its settings.
 */
@Component
public class TokenTypeEndpoint implements Endpoint {

    private static final String EMAIL = "email";
    private static final int PORT = 25;

    private static final Shape OF_EMAIL = Shape.fields("")
            .with("email.mailserver", Shape.text("The mail server, needed for the type `email`."))
            .with("email.mailfrom", Shape.text("From whom the mail is, needed for the type `email`."))
            .with("email.recipient", Shape.text("To whom it goes, needed for the type `email`."))
            .with("email.port", Shape.number("Its port.").or(PORT))
            .with("email.username", Shape.text("As whom to log in there."))
            .with("email.password", Shape.secret("With which password."))
            .with("email.tls", Shape.flag("Whether to go over to TLS.").or(false));

    private static final Shape TOLD = Shape.fields("")
            .with("display_code", Shape.secret("What the telephone shows, to be typed where somebody logs in."))
            .with("message", Shape.text("What it says beside."));

    private final CommandDispatcher commands;
    private final TokenTypes types;
    private final TypeLogins logins;
    private final BrakedLogins braked;
    private final MailTrial mail;
    private final CalledToken called;
    private final CalledHolder holder;
    private final DeviceSteps steps;

    TokenTypeEndpoint(
            CommandDispatcher commands,
            TokenTypes types,
            TypeLogins logins,
            BrakedLogins braked,
            MailTrial mail,
            CalledToken called,
            CalledHolder holder,
            DeviceSteps steps) {
        this.commands = commands;
        this.types = types;
        this.logins = logins;
        this.braked = braked;
        this.mail = mail;
        this.called = called;
        this.holder = holder;
        this.steps = steps;
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
                        .refuses(903, "The mail was not taken; the text says why."));
    }

    private Route asking(String method) {
        return Route.open(method, "/ttype/<ttype>", this::answer)
                .asks(TypeActions.allToldAtCall())
                .does("Answers the clients of a token type that has its own.")
                .takes("ttype", Shape.text("The type; each has parameters of its own."))
                .takes(ParameterShapes.ofCalls(types.types()))
                .answers(Shape.anything("What the type says, unless it answers a document of its own."))
                .tells(TOLD)
                .refuses(10, "What a telephone says proves nothing.")
                .refuses(303, "A policy forbids what the telephone asks.")
                .refuses(601, "No token of this serial waits for its telephone (HTTP 404).");
    }

    private Reply answer(ApiRequest request) {
        String type = request.parameters().required("ttype");
        requireKnown(type, "ttype");
        request.notes().tokenType(type);
        TypeCall call = new TypeCall(request.method(), texts(request.parameters()));
        return logins.of(type, call)
                .map(login -> logIn(request, login))
                .or(() -> steps.answer(request, type, call))
                .orElseGet(() -> call(request, type, call));
    }

    private Reply call(ApiRequest request, String type, TypeCall call) {
        TypeTerms terms = called.terms(request, type, call);
        Holder owner = holder.of(type, call);
        AtomicBoolean afresh = new AtomicBoolean();
        return commands.sendFresh(
                request,
                () -> new CallTokenType(type, call, terms, owner, afresh.getAndSet(true)),
                (TypeReply said) -> {
                    request.notes().success(true);
                    return reply(said);
                });
    }

    /** It costs whoever guesses what a log-in by serial costs him. */
    private Reply logIn(ApiRequest request, TypeLogin login) {
        return braked.guard(
                request,
                BrakedLogins.accountOfToken(login.serial()),
                () -> commands.sendDecided(request, login.attempts(), (Decision decision) -> {
                    request.notes()
                            .success(decision.accepted())
                            .serial(login.serial())
                            .info(decision.message());
                    request.loginEnded(decision.accepted() ? LoginEnd.ACCEPTED : LoginEnd.REFUSED);
                    return reply(login.answer(decision));
                }));
    }

    static Reply reply(TypeReply said) {
        if (said.document() != null) {
            return Reply.text(said.document().contentType(), said.document().text());
        }
        return said.detail().isEmpty()
                ? Reply.value(said.value())
                : Reply.value(said.value()).detail(said.detail());
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
            return testMail(parameters, request);
        }
        requireKnown(type, "tokentype");
        request.notes().success(true).tokenType(type);
        return Reply.value(false).detail(Map.of("message", "Not implemented"));
    }

    private Reply testMail(Parameters parameters, ApiRequest request) {
        String address = Limits.check("email.mailserver", parameters.required("email.mailserver"), Limits.TEXT);
        String sender = parameters.required("email.mailfrom");
        String recipient = parameters.required("email.recipient");
        MailServer server = new MailServer(
                address,
                Limits.range("email.port", parameters.integer("email.port", PORT), 1, Limits.PORT),
                parameters.text("email.username").orElse(""),
                Secret.of(parameters.text("email.password").orElse("")),
                parameters.flag("email.tls"),
                MailServer.DEFAULT_TIMEOUT);
        mail.send(server, Mail.plain(sender, recipient, "Your TEST OTP", "This is a test."));
        request.notes().success(true).tokenType(EMAIL);
        return Reply.value(true).detail(Map.of("message", "Successfully sent email. Please check your inbox."));
    }

    private void requireKnown(String type, String parameter) {
        if (types.find(type).isEmpty()) {
            throw ApiException.parameter("Invalid tokentype provided. " + parameter + ": " + type);
        }
    }
}
