package org.symbolon.server.http.token;

import java.util.List;
import java.util.function.Function;
import org.symbolon.command.token.DeleteToken;
import org.symbolon.command.token.DescribeToken;
import org.symbolon.command.token.DisableTokens;
import org.symbolon.command.token.EnableTokens;
import org.symbolon.command.token.ResetFailCounters;
import org.symbolon.command.token.RevokeTokens;
import org.symbolon.command.token.UnassignTokens;
import org.symbolon.server.command.CommandDispatcher;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Handler;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;

/** What is done to tokens one by one or to all tokens of a user; the value is how many it was. */
public class TokenEndpoint implements Endpoint {

    private final CommandDispatcher commands;
    private final TokenSelection selection;

    public TokenEndpoint(CommandDispatcher commands, TokenSelection selection) {
        this.commands = commands;
        this.selection = selection;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.user("POST", "/token/enable", changing(EnableTokens::new)),
                Route.user("POST", "/token/enable/<serial>", changing(EnableTokens::new)),
                Route.user("POST", "/token/disable", changing(DisableTokens::new)),
                Route.user("POST", "/token/disable/<serial>", changing(DisableTokens::new)),
                Route.user("POST", "/token/revoke", changing(RevokeTokens::new)),
                Route.user("POST", "/token/revoke/<serial>", changing(RevokeTokens::new)),
                Route.user("POST", "/token/reset", changing(ResetFailCounters::new)),
                Route.user("POST", "/token/reset/<serial>", changing(ResetFailCounters::new)),
                Route.user("POST", "/token/unassign", changing(UnassignTokens::new)),
                Route.user("POST", "/token/description", this::describe),
                Route.user("POST", "/token/description/<serial>", this::describe),
                Route.user("DELETE", "/token/<serial>", this::delete));
    }

    private Handler changing(Function<List<String>, Object> command) {
        return request -> commands.send(request, command.apply(selection.serials(request)), (Integer changed) -> {
            request.notes().success(true);
            return Reply.value(changed);
        });
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
