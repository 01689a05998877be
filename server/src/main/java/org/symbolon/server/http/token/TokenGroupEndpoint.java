package org.symbolon.server.http.token;

import java.util.List;
import org.symbolon.command.token.JoinTokenGroup;
import org.symbolon.command.token.LeaveTokenGroup;
import org.symbolon.command.token.ReplaceTokenGroups;
import org.symbolon.server.command.CommandDispatcher;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;

/** Which groups a token is in. */
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
                Route.admin("POST", "/token/group/<serial>", this::replace),
                Route.admin("POST", MEMBER, this::join),
                Route.admin("DELETE", MEMBER, this::leave));
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
