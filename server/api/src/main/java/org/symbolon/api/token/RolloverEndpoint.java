package org.symbolon.api.token;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.RouteNeed;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.token.BeginRollover;
import org.symbolon.command.token.ConfirmRollover;
import org.symbolon.command.token.Enrolled;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.policy.action.SharedActions;
import org.symbolon.policy.rights.Over;
import org.symbolon.policy.rights.Right;
import org.symbolon.projections.token.CandidateRow;

/** Hands a token over to a new device, in two steps (ours). */
@Component
public class RolloverEndpoint implements Endpoint {

    private static final Right RIGHT = Right.of(SharedActions.ROLLOVER);
    private static final String OLD = "otp";
    private static final String NEW = "verify";

    private final CommandDispatcher commands;
    private final TokenSelection selection;
    private final UserDirectory directory;

    public RolloverEndpoint(CommandDispatcher commands, TokenSelection selection, UserDirectory directory) {
        this.commands = commands;
        this.selection = selection;
        this.directory = directory;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.user("POST", "/token/rollover/<serial>", this::step)
                .needs(RouteNeed.special(
                        Over.NAMED, "right rollover, by a policy", RIGHT.actions(), request -> request.rights()
                                .requireGiven(RIGHT, Over.NAMED)))
                .does(
                        "Hands a token over to a new device: shows the new secret, and then takes its first value (ours).")
                .takes("serial", Shape.text("The token."))
                .takes(TokenSelection.OWNER)
                .takes(OLD, Shape.secret("A value of the old device, without a PIN: what users prove themselves with."))
                .takes(NEW, Shape.secret("The first value of the new device. The old one is good for nothing then."))
                .answers(Shape.flag("True."))
                .tells(EnrolmentJson.SHAPE)
                .refuses(301, "The token is of a type that cannot go over, or is not in use.")
                .refuses(601, "There is no such token.")
                .refuses(905, "A value is missing or wrong, or no new device waits for its first value.")
                .refuses(1007, "The token is revoked."));
    }

    private Reply step(ApiRequest request) {
        CandidateRow token = selection.one(request);
        Optional<String> value = request.parameters().nonEmptyText(NEW);
        return value.isPresent() ? confirm(request, token, Secret.of(value.get())) : begin(request, token);
    }

    private Reply begin(ApiRequest request, CandidateRow token) {
        AtomicReference<Enrolled> shown = new AtomicReference<>();
        BeginRollover command = new BeginRollover(token.serial(), proof(request), holder(token.owner()));
        Reply reply = commands.sendDecided(request, () -> command, (Optional<Enrolled> begun) -> {
            shown.set(begun.orElseThrow(() -> ApiException.parameter("The value of the old device is wrong.")));
            request.notes().success(true).info("began");
            return Reply.value(true);
        });
        return reply.detail(EnrolmentJson.of(shown.get()));
    }

    /** An administrator may leave it out: somebody whose old device is broken has no value of it. */
    private static Secret proof(ApiRequest request) {
        Optional<String> given = request.parameters().nonEmptyText(OLD);
        if (given.isEmpty() && request.caller() instanceof Caller.RealmUser) {
            throw ApiException.missingParameter(OLD);
        }
        return given.map(Secret::of).orElse(null);
    }

    private Holder holder(TokenOwner owner) {
        if (owner == null) {
            return Holder.NOBODY;
        }
        return new Holder(directory.loginOf(owner.resolver(), owner.userId()).orElse(""), owner.realm());
    }

    private Reply confirm(ApiRequest request, CandidateRow token, Secret value) {
        AtomicReference<Enrolled> done = new AtomicReference<>();
        Reply reply = commands.send(request, new ConfirmRollover(token.serial(), value), (Enrolled enrolled) -> {
            done.set(enrolled);
            request.notes().success(true).info("confirmed");
            return Reply.value(true);
        });
        return reply.detail(EnrolmentJson.of(done.get()));
    }
}
