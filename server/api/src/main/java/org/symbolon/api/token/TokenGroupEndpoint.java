package org.symbolon.api.token;

import java.util.List;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Handler;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.token.JoinTokenGroup;
import org.symbolon.command.token.LeaveTokenGroup;
import org.symbolon.command.token.ReplaceTokenGroups;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.policy.rights.Over;

/** Which groups a token is in. */
@Component
public class TokenGroupEndpoint implements Endpoint {

    private static final int NOT_FOUND = 601;
    private static final String GROUP = "groupname";
    private static final String MEMBER = "/token/group/<serial>/<" + GROUP + ">";

    private final CommandDispatcher commands;
    private final TokenSelection selection;

    public TokenGroupEndpoint(CommandDispatcher commands, TokenSelection selection) {
        this.commands = commands;
        this.selection = selection;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("POST", "/token/group/<serial>", this::replace)
                        .needs(AdminActions.TOKENGROUPS, Over.NAMED)
                        .raises("token_assign_group")
                        .does("Puts a token into these groups and out of all others; unknown ones are passed over.")
                        .takes("serial", Shape.text("The token."))
                        .takes("groups", Shape.list("The names of the groups.").required())
                        .takes(TokenSelection.OWNER)
                        .answers(Shape.number("1."))
                        .refuses(601, "There is no such token.")
                        .refuses(904, "There is no such user.")
                        .refuses(1007, "The token is revoked."),
                membership("POST", this::join).raises("token_assign_group").does("Puts a token into a group."),
                membership("DELETE", this::leave).raises("token_unassign_group").does("Takes a token out of a group."));
    }

    private static Route membership(String method, Handler handler) {
        return Route.admin(method, MEMBER, handler)
                .needs(AdminActions.TOKENGROUPS, Over.NAMED)
                .takes("serial", Shape.text("The token."))
                .takes(GROUP, Shape.text("The name of the group."))
                .takes(TokenSelection.OWNER)
                .answers(Shape.number("1."))
                .refuses(601, "There is no such token or group, or the token is in it already.")
                .refuses(904, "There is no such user.")
                .refuses(1007, "The token is revoked.");
    }

    private Reply replace(ApiRequest request) {
        if (!request.parameters().has("groups")) {
            throw ApiException.missingParameter("groups");
        }
        List<String> groups = request.parameters().list("groups");
        return send(request, new ReplaceTokenGroups(selection.one(request).serial(), groups));
    }

    private Reply join(ApiRequest request) {
        String group = request.parameters().required(GROUP);
        return send(request, new JoinTokenGroup(selection.one(request).serial(), group));
    }

    private Reply leave(ApiRequest request) {
        String group = request.parameters().required(GROUP);
        return send(request, new LeaveTokenGroup(serialToLeave(request), group));
    }

    /** An unknown token is answered as an unknown group here, but nowhere else. */
    private String serialToLeave(ApiRequest request) {
        try {
            return selection.one(request).serial();
        } catch (ApiException refusal) {
            throw refusal.code() == NOT_FOUND ? ApiException.notFound("The tokengroup does not exist.") : refusal;
        }
    }

    private Reply send(ApiRequest request, Object command) {
        return commands.send(request, command, (Integer value) -> {
            request.notes().success(true);
            return Reply.value(value);
        });
    }
}
