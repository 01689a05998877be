package org.symbolon.api.validate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.login.RequestUsers;
import org.symbolon.command.auth.Asked;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.Evidence;
import org.symbolon.command.auth.TriggerChallenges;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.policy.LoginActions;
import org.symbolon.policy.LoginQuestion.Way;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.policy.rights.Over;

/** Asks a user's tokens a challenge for a program that has checked him already, so that no PIN is needed. */
@Component
public class TriggerEndpoint implements Endpoint {

    private final LoginRequests requests;
    private final Evidence evidence;
    private final CommandDispatcher commands;
    private final AwaitedQuestions awaited;
    private final RequestUsers users;
    private final NamelessLogins nameless;

    public TriggerEndpoint(
            LoginRequests requests,
            Evidence evidence,
            CommandDispatcher commands,
            AwaitedQuestions awaited,
            RequestUsers users,
            NamelessLogins nameless) {
        this.requests = requests;
        this.evidence = evidence;
        this.commands = commands;
        this.awaited = awaited;
        this.users = users;
        this.nameless = nameless;
    }

    @Override
    public List<Route> routes() {
        return Stream.of("GET", "POST").map(this::route).toList();
    }

    private Route route(String method) {
        return LoginParameters.underPolicies(
                        LoginParameters.asking(Route.admin(method, "/validate/triggerchallenge", this::trigger))
                                .needs(AdminActions.TRIGGERCHALLENGE, Over.NAMED)
                                .asks(LoginActions.of(Way.TRIGGER)))
                .raises("validate_triggerchallenge")
                .does("Asks the tokens of a user, or one token, a challenge; no PIN is needed.")
                .takes("user", Shape.text("The login, where no serial is given."))
                .takes("realm", Shape.text("The user's realm; the default realm where it is not given."))
                .takes("resolver", Shape.text("The user's resolver, where the realm has several."))
                .takes("serial", Shape.text("The token, where no user is given."))
                .takes("type", Shape.text("Only tokens of this type are asked."))
                .takes("client", Shape.text("Whose address counts, where a trusted proxy says so."))
                .answers(Shape.number("How many tokens were asked."))
                .tells(LoginAnswers.SHAPE)
                .refuses(904, "There is no such user.");
    }

    /** Nothing is decided and nothing kept. */
    private Reply invite(LoginRequest login) {
        Asked asked = nameless.ask(login).orElseThrow(RequestUsers::noSuchUser);
        return LoginAnswers.triggered(login, Decision.asking(asked));
    }

    private Reply trigger(ApiRequest request) {
        LoginRequest login = requests.of(request, Way.TRIGGER);
        Parameters parameters = request.parameters();
        if (nameless.concern(parameters)) {
            return invite(login);
        }
        LoginParameters.requireSubject(parameters);
        String type = parameters.text("type").orElse("");
        Optional<String> serial = parameters.nonEmptyText("serial");
        boolean namesUser = parameters.nonEmptyText("user").isPresent();
        if (namesUser) {
            users.note(request, parameters, login.user());
        }
        Optional<KnownUser> user = namesUser ? login.user() : Optional.empty();
        if (user.isEmpty() && (namesUser || serial.isEmpty())) {
            throw RequestUsers.noSuchUser();
        }
        TokenOwner owner = user.map(KnownUser::asOwner).orElse(null);
        LoginTerms terms = login.asked().terms();
        Map<String, String> fields = LoginParameters.evidence(request, parameters);
        Supplier<TriggerChallenges> command = () -> serial.map(named -> evidence.askingToken(named, owner, type, terms))
                .orElseGet(() -> evidence.askingUser(owner, type, terms))
                .with(fields);
        Function<Decision, Reply> answer = decision -> LoginAnswers.triggered(login, decision);
        return commands.sendDecided(request, command, answer, awaited.after(login, answer));
    }
}
