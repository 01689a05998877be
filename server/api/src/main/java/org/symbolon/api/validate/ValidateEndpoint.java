package org.symbolon.api.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Handler;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.login.BrakedLogins;
import org.symbolon.api.kernel.login.RequestUsers;
import org.symbolon.api.validate.KeyLogins.KeyHolder;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.Evidence;
import org.symbolon.command.auth.LoginAttempt;
import org.symbolon.command.auth.LoginSubject;
import org.symbolon.command.secret.Payer;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.policy.LoginActions;
import org.symbolon.policy.LoginQuestion.Way;

/** Checks log-ins: the way that most requests take. A rejected log-in is an answer like any other. */
@Component
public class ValidateEndpoint implements Endpoint {

    private static final Shape SAML = Shape.anything(
            "The flag `auth` and the object `attributes`, what is known of the user; without a user the flag alone.");

    private final LoginRequests requests;
    private final Evidence evidence;
    private final CommandDispatcher commands;
    private final AwaitedQuestions awaited;
    private final UsedTypes used;
    private final OfflineLogins offline;
    private final RequestUsers users;
    private final SamlAttributes samlAttributes;
    private final NamelessLogins nameless;
    private final KeyLogins keys;
    private final KeyDecisions keyDecisions;
    private final CancelledEnrolments cancelled;
    private final BrakedLogins braked;
    private final WaitingLogins waiting;

    public ValidateEndpoint(
            LoginRequests requests,
            Evidence evidence,
            CommandDispatcher commands,
            AwaitedQuestions awaited,
            UsedTypes used,
            OfflineLogins offline,
            RequestUsers users,
            SamlAttributes samlAttributes,
            NamelessLogins nameless,
            KeyLogins keys,
            KeyDecisions keyDecisions,
            CancelledEnrolments cancelled,
            BrakedLogins braked,
            WaitingLogins waiting) {
        this.requests = requests;
        this.evidence = evidence;
        this.commands = commands;
        this.awaited = awaited;
        this.used = used;
        this.offline = offline;
        this.users = users;
        this.samlAttributes = samlAttributes;
        this.nameless = nameless;
        this.keys = keys;
        this.keyDecisions = keyDecisions;
        this.cancelled = cancelled;
        this.braked = braked;
        this.waiting = waiting;
    }

    @Override
    public List<Route> routes() {
        return Stream.of("GET", "POST").flatMap(this::routes).toList();
    }

    private Stream<Route> routes(String method) {
        return Stream.of(
                checking(method, "/validate/check", this::check)
                        .asks(LoginActions.of(Way.CHECK))
                        .raises("validate_check")
                        .does("Checks a log-in. A rejected one is an answer like any other.")
                        .answers(Shape.flag("Whether it is accepted."))
                        .tells(LoginAnswers.SHAPE),
                checking(method, "/validate/radiuscheck", this::radiusCheck)
                        .asks(LoginActions.of(Way.RADIUS_CHECK))
                        .raises("validate_check")
                        .does("Checks a log-in and says so by the status alone.")
                        .answersNothing("Accepted; a rejected log-in gets 400, also without a body."),
                checking(method, "/validate/samlcheck", this::samlCheck)
                        .asks(LoginActions.of(Way.SAML_CHECK))
                        .raises("validate_check")
                        .does("Checks a log-in and tells an identity provider of the user.")
                        .answers(SAML)
                        .tells(LoginAnswers.SHAPE));
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
                .takes(
                        CancelledEnrolments.PARAMETER,
                        Shape.flag("With a transaction alone: whoever was to enrol a token does without and is in."))
                .takes("client", Shape.text("Whose address counts, where a trusted proxy says so."))
                .refuses(303, "The new PIN is not one that may be chosen.")
                .refuses(601, "There is no such token.")
                .refuses(904, "There is no such user.");
    }

    /**
     * Decides about a log-in that came by RADIUS.
     *
     * @param answer what is answered to a decision
     */
    public Reply checkByRadius(ApiRequest request, BiFunction<LoginRequest, Decision, Reply> answer) {
        return decide(request, Way.RADIUS, answer);
    }

    private Reply check(ApiRequest request) {
        return decide(request, Way.CHECK, ValidateEndpoint::checked);
    }

    private Reply radiusCheck(ApiRequest request) {
        return decide(request, Way.RADIUS_CHECK, LoginAnswers::status);
    }

    private Reply samlCheck(ApiRequest request) {
        return decide(request, Way.SAML_CHECK, this::samlChecked);
    }

    private static Reply checked(LoginRequest login, Decision decision) {
        return LoginAnswers.check(login, decision, isOfValueAlone(login.parameters()));
    }

    private Reply samlChecked(LoginRequest login, Decision decision) {
        Reply reply = checked(login, decision);
        if (!namesUser(login.parameters())) {
            return reply;
        }
        Map<String, Object> value = new HashMap<>();
        value.put("auth", decision.accepted());
        if (login.user().isEmpty()) {
            value.put("attributes", Map.of());
            return LoginAnswers.isHidden(login, decision)
                    ? reply.withValue(value).authentication("ACCEPT")
                    : reply;
        }
        boolean enrolling = decision.outcome() == Decision.Outcome.ENROLLING;
        value.put(
                "attributes",
                enrolling ? Map.of() : samlAttributes.of(login.user().get(), decision.accepted()));
        return reply.withValue(value).authentication(enrolling ? "CHALLENGE" : "ACCEPT");
    }

    private static boolean namesUser(Parameters parameters) {
        return parameters.nonEmptyText("user").isPresent();
    }

    private static boolean isOfValueAlone(Parameters parameters) {
        return parameters.filled("otponly") && parameters.nonEmptyText("serial").isPresent();
    }

    private Reply decide(ApiRequest request, Way way, BiFunction<LoginRequest, Decision, Reply> answer) {
        if (CancelledEnrolments.concern(request.parameters())) {
            return cancelled.decide(request, way, answer);
        }
        if (KeyLogins.concern(request.parameters(), "user")) {
            return decideByKey(request, way, answer);
        }
        boolean isNameless = nameless.concern(request.parameters());
        Map<String, String> known = isNameless ? nameless.token(request) : Map.of();
        LoginRequest login = requests.check(request, way, known);
        Secret pass = Secret.of(isNameless ? "" : login.parameters().required("pass"));
        Function<Decision, Reply> answered =
                decision -> waiting.putOff(decision).orElseGet(() -> answer.apply(login, decision));
        Supplier<Reply> judged = () -> {
            LoginSubject subject = isNameless ? nameless.subject(request, login.parameters()) : subject(login);
            return commands.sendDecided(
                    request,
                    WaitingLogins.resumed(request, evidence.attempts(subject, attempt(login, pass))),
                    answered,
                    offline.after(way, login, used.after(login, awaited.after(login, answered))));
        };
        return braked.guard(request, account(login), () -> HiddenRefusals.hiding(login, answered, judged));
    }

    /** The owner of the key is the user of the request. */
    private Reply decideByKey(ApiRequest request, Way way, BiFunction<LoginRequest, Decision, Reply> answer) {
        Optional<KeyHolder> holder = keys.holder(request);
        LoginRequest login = requests.byKey(request, way, holder);
        if (holder.filter(login::disables).isPresent()) {
            throw ApiException.policy("The authentication method is not available.");
        }
        Function<Decision, Reply> answered = decision -> answer.apply(login, decision);
        return holder.map(found ->
                        keyDecisions.decide(login, found, answered, then -> offline.after(way, login, found, then)))
                .orElseGet(() -> answered.apply(Decision.withoutKey()));
    }

    private static LoginAttempt attempt(LoginRequest login, Secret pass) {
        Parameters parameters = login.parameters();
        return new LoginAttempt(
                pass,
                LoginParameters.transaction(parameters),
                login.asked().terms(),
                LoginParameters.evidence(login.request(), parameters),
                payer(login.request(), parameters));
    }

    /** Whose failures count together. */
    private String account(LoginRequest login) {
        Parameters parameters = login.parameters();
        return login.user()
                .map(BrakedLogins::accountOf)
                .or(() -> parameters.nonEmptyText("serial").map(BrakedLogins::accountOfToken))
                .orElseGet(() -> BrakedLogins.accountOf(users.named(parameters)));
    }

    private static Payer payer(ApiRequest request, Parameters parameters) {
        String serial = parameters.nonEmptyText("serial").orElse("");
        return new Payer(request.client(), parameters.nonEmptyText("user").orElse(serial));
    }

    /** Who wants in; somebody who is named and unknown is looked at only without a token. */
    private LoginSubject subject(LoginRequest login) {
        Parameters parameters = login.parameters();
        Optional<String> serial = parameters.nonEmptyText("serial");
        if (!namesUser(parameters)) {
            return token(serial.orElseThrow(), null, parameters);
        }
        users.note(login.request(), parameters, login.user());
        if (serial.isPresent()) {
            KnownUser user = login.user().orElseThrow(() -> users.unknown(parameters));
            return token(serial.get(), user.asOwner(), parameters);
        }
        return login.user()
                .<LoginSubject>map(user -> new LoginSubject.User(
                        user.login(), user.asOwner(), parameters.text("type").orElse("")))
                .orElseGet(
                        () -> new LoginSubject.Unknown(users.named(parameters).printed()));
    }

    private static LoginSubject token(String serial, TokenOwner owner, Parameters parameters) {
        return parameters.filled("otponly")
                ? new LoginSubject.Value(serial, owner)
                : new LoginSubject.OneToken(serial, owner);
    }
}
