package org.symbolon.server.http.validate;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.symbolon.command.auth.Asked;
import org.symbolon.command.auth.Evidence;
import org.symbolon.command.auth.LoginTerms;
import org.symbolon.command.auth.TriggerChallenges;
import org.symbolon.command.user.KnownUser;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Parameters;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;
import org.symbolon.server.http.Shape;
import org.symbolon.server.http.login.RequestUsers;
import org.symbolon.server.policy.action.AdminActions;
import org.symbolon.server.policy.rights.Over;

/** Asks a user's tokens a challenge for a program that has checked him already, so that no PIN is needed. */
public class TriggerEndpoint implements Endpoint {

    private final Evidence evidence;
    private final CommandDispatcher commands;
    private final RequestUsers users;
    private final LoginPolicies policies;

    public TriggerEndpoint(Evidence evidence, CommandDispatcher commands, RequestUsers users, LoginPolicies policies) {
        this.evidence = evidence;
        this.commands = commands;
        this.users = users;
        this.policies = policies;
    }

    @Override
    public List<Route> routes() {
        return Stream.of("GET", "POST").map(this::route).toList();
    }

    private Route route(String method) {
        return LoginParameters.underPolicies(Route.admin(method, "/validate/triggerchallenge", this::trigger)
                        .needs(AdminActions.TRIGGERCHALLENGE, Over.NAMED))
                .does("Asks the tokens of a user, or one token, a challenge; no PIN is needed.")
                .takes("user", Shape.text("The login, where no serial is given."))
                .takes("realm", Shape.text("The user's realm; the default realm where it is not given."))
                .takes("resolver", Shape.text("The user's resolver, where the realm has several."))
                .takes("serial", Shape.text("The token, where no user is given."))
                .takes("type", Shape.text("Only tokens of this type are asked."))
                .takes("client", Shape.text("Whose address counts, where a trusted proxy says so."))
                .answers(Shape.number("How many tokens were asked."))
                .tells(Decisions.SHAPE)
                .refuses(904, "There is no such user.");
    }

    private Reply trigger(ApiRequest request) {
        Parameters parameters = request.parameters();
        LoginParameters.requireSubject(parameters);
        String type = parameters.text("type").orElse("");
        Optional<String> serial = parameters.nonEmptyText("serial");
        Optional<KnownUser> user = parameters.nonEmptyText("user").flatMap(login -> users.chosen(request));
        if (serial.isEmpty() && user.isEmpty()) {
            throw RequestUsers.noSuchUser();
        }
        TokenOwner owner = user.map(KnownUser::asOwner).orElse(null);
        LoginTerms terms = policies.terms(request, user);
        Supplier<TriggerChallenges> command = serial.isPresent()
                ? () -> evidence.askingToken(serial.get(), owner, type, terms)
                : () -> evidence.askingUser(owner, type, terms);
        PreferredClientMode preferred = policies.preferredClientMode(request, user);
        return commands.sendFresh(request, command, (Asked asked) -> {
            int count = asked.questions().size();
            request.notes().success(count > 0).info("triggered " + count + " challenges");
            ChallengeDetail.note(request, asked);
            return Reply.value(count)
                    .detail(ChallengeDetail.of(asked, preferred))
                    .authentication(count > 0 ? "ACCEPT" : "REJECT");
        });
    }
}
