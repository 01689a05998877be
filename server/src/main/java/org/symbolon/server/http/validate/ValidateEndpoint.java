package org.symbolon.server.http.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.symbolon.command.auth.CheckCredentials;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.Evidence;
import org.symbolon.command.auth.LoginAttempt;
import org.symbolon.command.auth.LoginTerms;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.user.KnownUser;
import org.symbolon.command.user.UserName;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Handler;
import org.symbolon.server.http.Parameters;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;
import org.symbolon.server.http.Shape;
import org.symbolon.server.http.login.RequestUsers;
import org.symbolon.server.http.validate.UserLogins.Login;

/** Checks log-ins: the way that most requests take. A rejected log-in is an answer like any other. */
public class ValidateEndpoint implements Endpoint {

    private static final Shape SAML = Shape.anything(
            "The flag `auth` and the object `attributes`, what is known of the user; without a user the flag alone.");

    private final Evidence evidence;
    private final CommandDispatcher commands;
    private final RequestUsers users;
    private final SamlAttributes samlAttributes;
    private final LoginPolicies policies;
    private final LoginLayers layers;
    private final UserLogins logins;

    public ValidateEndpoint(
            Evidence evidence,
            CommandDispatcher commands,
            RequestUsers users,
            SamlAttributes samlAttributes,
            LoginPolicies policies,
            LoginLayers layers,
            UserLogins logins) {
        this.evidence = evidence;
        this.commands = commands;
        this.users = users;
        this.samlAttributes = samlAttributes;
        this.policies = policies;
        this.layers = layers;
        this.logins = logins;
    }

    @Override
    public List<Route> routes() {
        return Stream.of("GET", "POST").flatMap(this::routes).toList();
    }

    private Stream<Route> routes(String method) {
        return Stream.of(
                checking(method, "/validate/check", this::check)
                        .does("Checks a log-in. A rejected one is an answer like any other.")
                        .answers(Shape.flag("Whether it is accepted."))
                        .tells(Decisions.SHAPE),
                checking(method, "/validate/radiuscheck", this::radiusCheck)
                        .does("Checks a log-in and says so by the status alone.")
                        .answersNothing("Accepted; a rejected log-in gets 400, also without a body."),
                checking(method, "/validate/samlcheck", this::samlCheck)
                        .does("Checks a log-in and tells an identity provider of the user.")
                        .answers(SAML)
                        .tells(Decisions.SHAPE));
    }

    private static Route checking(String method, String path, Handler handler) {
        return LoginParameters.underPolicies(LoginParameters.answering(Route.open(method, path, handler)))
                .takes("user", Shape.text("The login, where no serial is given."))
                .takes("realm", Shape.text("The user's realm; the default realm where it is not given."))
                .takes("resolver", Shape.text("The user's resolver, where the realm has several."))
                .takes("serial", Shape.text("The token, where no user is given."))
                .takes(
                        "pass",
                        Shape.secret("What was typed: the PIN and the value.").required())
                .takes("type", Shape.text("Only tokens of this type count."))
                .takes("otponly", Shape.flag("With a serial: what was typed is the value alone."))
                .takes("client", Shape.text("Whose address counts, where a trusted proxy says so."))
                .refuses(303, "The new PIN is not one that may be chosen.")
                .refuses(601, "There is no such token.")
                .refuses(904, "There is no such user.");
    }

    private Reply check(ApiRequest request) {
        return decide(request, decided -> reply(request, decided));
    }

    /** Policies make the status of it. */
    private Reply radiusCheck(ApiRequest request) {
        return check(request);
    }

    private Reply samlCheck(ApiRequest request) {
        return decide(request, decided -> {
            Reply reply = reply(request, decided);
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

    private Reply reply(ApiRequest request, Decided decided) {
        PreferredClientMode preferred = Decisions.isQuestion(decided.decision())
                ? policies.preferredClientMode(request, decided.user())
                : PreferredClientMode.PRESET;
        return Decisions.reply(decided.decision(), decided.otpOnly(), preferred);
    }

    /** What came of a request, and whom it was about. */
    private record Decided(Decision decision, boolean otpOnly, Optional<KnownUser> user) {}

    /** That a user or a token is named has been made sure of before, in between the policies. */
    private Reply decide(ApiRequest request, Function<Decided, Reply> answer) {
        Parameters parameters = request.parameters();
        Secret pass = Secret.of(parameters.required("pass"));
        Optional<String> serial = parameters.nonEmptyText("serial");
        if (parameters.nonEmptyText("user").isEmpty()) {
            return decideOnToken(request, serial.orElseThrow(), Optional.empty(), pass, answer);
        }
        Optional<KnownUser> user = users.sought(request);
        if (serial.isPresent()) {
            return decideOnToken(request, serial.get(), Optional.of(known(request, user)), pass, answer);
        }
        return user.isPresent() ? decideOnUser(request, user.get(), pass, answer) : decideOnUnknown(request, answer);
    }

    private KnownUser known(ApiRequest request, Optional<KnownUser> user) {
        return user.orElseThrow(() -> RequestUsers.unknown(users.named(request)));
    }

    private Reply decideOnUnknown(ApiRequest request, Function<Decided, Reply> answer) {
        UserName name = users.named(request);
        String policy = layers.acceptingUnknown(request, name).orElseThrow(() -> RequestUsers.unknown(name));
        Decision decision = Decision.accepting("user does not exist, accepted due to '" + policy + "'");
        Decisions.note(request, decision);
        return answer.apply(new Decided(decision, false, Optional.empty()));
    }

    private Reply decideOnUser(ApiRequest request, KnownUser user, Secret pass, Function<Decided, Reply> answer) {
        String type = request.parameters().text("type").orElse("");
        Login login = new Login(request, user, type, attempt(request, Optional.of(user), pass), true);
        return logins.decide(login, decision -> {
            note(request, decision);
            return answer.apply(new Decided(decision, false, Optional.of(user)));
        });
    }

    private Reply decideOnToken(
            ApiRequest request, String serial, Optional<KnownUser> user, Secret pass, Function<Decided, Reply> answer) {
        request.notes().serial(serial);
        TokenOwner owner = user.map(KnownUser::asOwner).orElse(null);
        boolean otpOnly = request.parameters().filled("otponly");
        LoginAttempt attempt = otpOnly ? null : attempt(request, user, pass);
        Supplier<CheckCredentials> command =
                otpOnly ? () -> evidence.ofValue(serial, owner, pass) : () -> evidence.ofSerial(serial, owner, attempt);
        return commands.sendFresh(request, command, (Decision decision) -> {
            note(request, decision);
            return answer.apply(new Decided(decision, otpOnly, user));
        });
    }

    /** Of an attempt that somebody else has undone nothing is left. */
    private static void note(ApiRequest request, Decision decision) {
        Decisions.note(request, decision);
        request.notes().actionDetail("");
        OwedEnrolment.note(request, decision);
    }

    private LoginAttempt attempt(ApiRequest request, Optional<KnownUser> user, Secret pass) {
        LoginTerms terms = policies.terms(request, user);
        LoginTerms complete =
                policies.owedToken(request, user).map(terms::withOwedToken).orElse(terms);
        return new LoginAttempt(pass, LoginParameters.transaction(request.parameters()), complete);
    }
}
