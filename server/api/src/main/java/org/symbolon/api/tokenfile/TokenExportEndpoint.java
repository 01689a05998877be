package org.symbolon.api.tokenfile;

import java.util.List;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.RouteNeed;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.token.ListedTokens;
import org.symbolon.api.tokenfile.format.FileWorkFactor;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.policy.rights.Over;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.query.token.ListSerials;
import org.symbolon.query.token.TokenFilter;

/** Hands out tokens with their seeds, sealed with a password, for another server to take over. */
@Component
public class TokenExportEndpoint implements Endpoint {

    private static final String PASSWORD = "password";
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 1024;
    private static final int MOST_TOKENS = 20_000;

    private final QueryDispatcher queries;
    private final CommandDispatcher commands;
    private final ListedTokens listed;
    private final FileWorkFactor workFactor;

    public TokenExportEndpoint(
            QueryDispatcher queries, CommandDispatcher commands, ListedTokens listed, FileWorkFactor workFactor) {
        this.queries = queries;
        this.commands = commands;
        this.listed = listed;
        this.workFactor = workFactor;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.admin("POST", "/token/export", this::export)
                .needs(RouteNeed.special(
                        Over.ANYTHING,
                        "right exporttokens, by a policy; the file has what it reaches",
                        List.of(AdminActions.EXPORTTOKENS),
                        request -> request.rights().requireExport()))
                .does("Writes tokens with their seeds to a file under a password (ours).")
                .takes(ListedTokens.FILTER)
                .takes(
                        PASSWORD,
                        Shape.secret("What the seeds are encrypted with, 12 characters at least.")
                                .required())
                .answers(
                        TokenExport.CONTENT_TYPE,
                        Shape.file("Portable symmetric keys (RFC 6030), encrypted with the password. The header"
                                + " `Symbolon-Exported` tells how many, `Symbolon-Left-Out` how many were meant and"
                                + " are not in the file."))
                .refuses(905, "The password is too short, or too many tokens are meant.")
                .refuses(904, "There is no such user."));
    }

    private Reply export(ApiRequest request) {
        Secret password = password(request);
        TokenFilter filter = listed.filter(request)
                .within(request.rights()
                        .lists()
                        .reached(AdminActions.EXPORTTOKENS)
                        .orElse(null));
        List<String> serials = queries.list(new ListSerials(filter, MOST_TOKENS + 1, true), String.class);
        if (serials.size() > MOST_TOKENS) {
            throw ApiException.parameter("A file may have " + MOST_TOKENS + " tokens at most");
        }
        TokenExport export = new TokenExport(commands, request, password, workFactor);
        int exported = export.write(serials);
        request.notes().success(true).info("exported " + exported + " tokens, left out " + (serials.size() - exported));
        return Reply.content(TokenExport.CONTENT_TYPE, export)
                .header("Content-disposition", "attachment; filename=tokens.pskcxml")
                .header("Symbolon-Exported", Integer.toString(exported))
                .header("Symbolon-Left-Out", Integer.toString(serials.size() - exported));
    }

    private static Secret password(ApiRequest request) {
        String password = request.parameters().required(PASSWORD);
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw ApiException.parameter("Parameter '" + PASSWORD + "' must have " + SHORTEST_PASSWORD + " to "
                    + LONGEST_PASSWORD + " characters");
        }
        return Secret.of(password);
    }
}
