package org.symbolon.server.http.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.symbolon.command.auth.CheckCredentials;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.Evidence;
import org.symbolon.command.secret.Secret;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.server.command.CommandDispatcher;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Parameters;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;
import org.symbolon.server.user.KnownUser;
import org.symbolon.server.user.RequestUsers;

/** Checks log-ins: the way that most requests take. A rejected log-in is an answer like any other. */
public class ValidateEndpoint implements Endpoint {

    private final Evidence evidence;
    private final CommandDispatcher commands;
    private final RequestUsers users;
    private final SamlAttributes samlAttributes;

    public ValidateEndpoint(
            Evidence evidence, CommandDispatcher commands, RequestUsers users, SamlAttributes samlAttributes) {
        this.evidence = evidence;
        this.commands = commands;
        this.users = users;
        this.samlAttributes = samlAttributes;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("GET", "/validate/check", this::check),
                Route.open("POST", "/validate/check", this::check),
                Route.open("GET", "/validate/radiuscheck", this::radiusCheck),
                Route.open("POST", "/validate/radiuscheck", this::radiusCheck),
                Route.open("GET", "/validate/samlcheck", this::samlCheck),
                Route.open("POST", "/validate/samlcheck", this::samlCheck));
    }

    private Reply check(ApiRequest request) {
        return decide(request, decided -> Decisions.reply(decided.decision(), decided.otpOnly()));
    }

    private Reply radiusCheck(ApiRequest request) {
        return decide(request, decided -> Reply.empty(decided.decision().accepted() ? 204 : 400));
    }

    private Reply samlCheck(ApiRequest request) {
        return decide(request, decided -> {
            Reply reply = Decisions.reply(decided.decision(), decided.otpOnly());
            if (decided.user().isEmpty()) {
                return reply;
            }
            Map<String, Object> value = new HashMap<>();
            value.put("auth", decided.decision().accepted());
            value.put(
                    "attributes",
                    samlAttributes.of(decided.user().get(), decided.decision().accepted()));
            return reply.withValue(value).authentication("ACCEPT");
        });
    }

    /** What came of a request, and whom it was about. */
    private record Decided(Decision decision, boolean otpOnly, Optional<KnownUser> user) {}

    private Reply decide(ApiRequest request, Function<Decided, Reply> answer) {
        Parameters parameters = request.parameters();
        requireSubject(parameters);
        Secret pass = Secret.of(parameters.required("pass"));
        Optional<String> serial = parameters.nonEmptyText("serial");
        boolean named = parameters.nonEmptyText("user").isPresent();
        Optional<KnownUser> user = named ? Optional.of(users.loggingIn(request)) : Optional.empty();
        boolean otpOnly = serial.isPresent() && parameters.filled("otponly");
        TokenOwner owner = user.map(KnownUser::asOwner).orElse(null);
        serial.ifPresent(request.notes()::serial);
        Supplier<CheckCredentials> command = serial.isEmpty()
                ? evidence.attemptsOfUser(owner, parameters.text("type").orElse(""), pass)
                : otpOnly
                        ? () -> evidence.ofValue(serial.get(), owner, pass)
                        : () -> evidence.ofSerial(serial.get(), owner, pass);
        return commands.sendFresh(request, command, (Decision decision) -> {
            note(request, decision);
            return answer.apply(new Decided(decision, otpOnly, user));
        });
    }

    private static void requireSubject(Parameters parameters) {
        String serial = parameters.text("serial").orElse("");
        String user = parameters.text("user").orElse("");
        if (serial.isEmpty() && user.isEmpty()) {
            throw ApiException.parameter("You need to specify a serial or a user.");
        }
        if (serial.contains("*")) {
            throw ApiException.parameter("Invalid serial number.");
        }
        if (user.contains("%")) {
            throw ApiException.parameter("Invalid user.");
        }
    }

    private static void note(ApiRequest request, Decision decision) {
        request.notes().success(decision.accepted()).info(decision.message());
        if (decision.serial() != null) {
            request.notes().serial(decision.serial());
        }
        if (decision.type() != null) {
            request.notes().tokenType(decision.type());
        }
    }
}
