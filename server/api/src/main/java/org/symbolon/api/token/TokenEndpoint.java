package org.symbolon.api.token;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.AwaitedEffects;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Handler;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.RouteAsks;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.token.DeleteToken;
import org.symbolon.command.token.DescribeToken;
import org.symbolon.command.token.DisableTokens;
import org.symbolon.command.token.EnableTokens;
import org.symbolon.command.token.ResetFailCounters;
import org.symbolon.command.token.RevokeTokens;
import org.symbolon.command.token.RevokedTokens;
import org.symbolon.command.token.UnassignTokens;
import org.symbolon.command.token.WithinLimits;
import org.symbolon.events.token.TokenLimit;
import org.symbolon.policy.action.SharedAction;
import org.symbolon.policy.action.SharedActions;
import org.symbolon.policy.enrolment.TokenActions;
import org.symbolon.policy.enrolment.TokenPolicies;
import org.symbolon.policy.rights.Over;

/** What is done to tokens one by one or to all tokens of a user; the value is how many it was. */
@Component
public class TokenEndpoint implements Endpoint {

    private static final Map<String, Object> UNTOLD = Map.of(
            "message",
            "The token is revoked. The certificate authority has not been told; that is tried again if it can be told at all.");

    private static final RouteAsks ENABLING = new RouteAsks(TokenActions.ROOM_TO_ENABLE, List.of());

    private final CommandDispatcher commands;
    private final TokenSelection selection;
    private final TokenPolicies policies;
    private final AwaitedEffects effects;

    public TokenEndpoint(
            CommandDispatcher commands, TokenPolicies policies, TokenSelection selection, AwaitedEffects effects) {
        this.effects = effects;
        this.policies = policies;
        this.commands = commands;
        this.selection = selection;
    }

    @Override
    public List<Route> routes() {
        Route enable = changing(Route.user("POST", "/token/enable", ENABLING, this::open), SharedActions.ENABLE)
                .raises("token_enable")
                .does("Enables a token, or all of a user.");
        Route disable = changing("/token/disable", SharedActions.DISABLE, DisableTokens::new)
                .raises("token_disable")
                .does("Disables a token, or all of a user.");
        Route revoke = changing(Route.user("POST", "/token/revoke", this::revoke), SharedActions.REVOKE)
                .raises("token_revoke")
                .does("Revokes a token, or all of a user, for good.")
                .takes("reason", Shape.text("What a certificate authority is told, such as `keyCompromise`."))
                .tells(Shape.fields("What is still to be done.")
                        .with("message", Shape.text("Which authority could not be told yet.")));
        Route reset = changing("/token/reset", SharedActions.RESET, ResetFailCounters::new)
                .raises("token_reset")
                .does("Forgets the failures of a token, or of all of a user.");
        Route unassign = changing("/token/unassign", SharedActions.UNASSIGN, UnassignTokens::new)
                .raises("token_unassign")
                .does("Takes a token, or all that a user has, from its owner.");
        Stream<Route> alsoBySerial = Stream.of(enable, disable, revoke, reset, describing())
                .flatMap(route -> Stream.of(route, route.at(route.template() + "/<serial>")));
        return Stream.concat(alsoBySerial, Stream.of(unassign, deleting())).toList();
    }

    private Route changing(String path, SharedAction right, Function<List<String>, Object> command) {
        return changing(Route.user("POST", path, request -> change(request, command, List.of())), right);
    }

    private static Route changing(Route route, SharedAction right) {
        return counting(route).needs(right, Over.TOKENS_MEANT).takes(TokenSelection.ONE_OR_ALL);
    }

    private Route describing() {
        return counting(Route.user("POST", "/token/description", this::describe))
                .needs(SharedActions.SETDESCRIPTION)
                .raises("token_set")
                .does("Describes a token.")
                .takes("serial", Shape.text("The token.").required())
                .takes("description", Shape.text("What it is for.").required())
                .takes(TokenSelection.OWNER);
    }

    private Route deleting() {
        return counting(Route.user("DELETE", "/token/<serial>", this::delete))
                .needs(SharedActions.DELETE)
                .raises("token_delete")
                .does("Deletes a token and erases its secrets.")
                .takes("serial", Shape.text("The token."))
                .takes(TokenSelection.OWNER);
    }

    private static Route counting(Route route) {
        return route.answers(Shape.number("How many tokens were changed."))
                .refuses(601, "There is no such token.")
                .refuses(1007, "The token is revoked.");
    }

    private Handler open(ApiRequest request) {
        List<TokenLimit> room = policies.roomToEnable(TokenAsking.about(request, policies));
        return admitted -> change(admitted, EnableTokens::new, room);
    }

    private Reply change(ApiRequest request, Function<List<String>, Object> command, List<TokenLimit> room) {
        Object within = WithinLimits.of(room, command.apply(selection.serials(request)));
        return commands.send(request, within, (Integer changed) -> {
            request.notes().success(true);
            return Reply.value(changed);
        });
    }

    /** That a token is revoked here does not wait for others who go by it; whether they know it is told. */
    private Reply revoke(ApiRequest request) {
        String reason = request.parameters().text("reason").orElse("");
        AtomicReference<RevokedTokens> revoked = new AtomicReference<>();
        Object command = new RevokeTokens(selection.serials(request), reason);
        Reply reply = commands.send(request, command, (RevokedTokens result) -> {
            revoked.set(result);
            request.notes().success(true);
            return Reply.value(result.count());
        });
        return effects.begin().sees(revoked.get().awaited()) ? reply : reply.detail(UNTOLD);
    }

    private Reply describe(ApiRequest request) {
        String serial = request.parameters().required("serial");
        String description = request.parameters().required("description");
        String known = selection.require(request, serial).serial();
        return commands.send(request, new DescribeToken(known, description), (Integer changed) -> {
            request.notes().success(true).actionDetail("description=" + description);
            return Reply.value(changed);
        });
    }

    private Reply delete(ApiRequest request) {
        return commands.send(request, new DeleteToken(selection.one(request).serial()), (Integer changed) -> {
            request.notes().success(true);
            return Reply.value(changed);
        });
    }
}
