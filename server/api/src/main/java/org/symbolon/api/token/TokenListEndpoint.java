package org.symbolon.api.token;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.HistoryJson;
import org.symbolon.api.kernel.PageJson;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.RouteNeed;
import org.symbolon.api.kernel.Shape;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.policy.action.SharedActions;
import org.symbolon.policy.rights.HiddenNames;
import org.symbolon.policy.rights.Over;
import org.symbolon.query.history.HistoryPage;
import org.symbolon.query.history.TokenHistory;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.query.shared.Paging;
import org.symbolon.query.token.ListTokens;
import org.symbolon.query.token.ListTokensAt;
import org.symbolon.query.token.TokenPage;

/** Lists tokens as they are or as they were, and tells what has happened to one. */
@Component
public class TokenListEndpoint implements Endpoint {

    private static final int PAGE_SIZE = 15;

    private final QueryDispatcher queries;
    private final ListedTokens listed;
    private final TokenSelection selection;
    private final TokenJson json;
    private final TokenAlone alone;

    public TokenListEndpoint(
            QueryDispatcher queries, ListedTokens listed, TokenSelection selection, TokenJson json, TokenAlone alone) {
        this.alone = alone;
        this.queries = queries;
        this.listed = listed;
        this.selection = selection;
        this.json = json;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.user("GET", "/token/", this::list)
                        .needs(RouteNeed.openList("right tokenlist, what it reaches", List.of(AdminActions.TOKENLIST)))
                        .asks(SharedActions.HIDE_TOKENINFO)
                        .raises("token_list")
                        .does("Lists tokens, as they are or as they were.")
                        .takes(PageJson.PARAMETERS)
                        .takes(ListedTokens.FILTER)
                        .takes("at", Shape.time("Lists them as they were at this moment."))
                        .takes("sortby", Shape.text("The column to sort by.").or("serial"))
                        .takes(
                                "sortdir",
                                Shape.choice("In which order.", "asc", "desc").or("asc"))
                        .takes("outform", Shape.text("`csv` answers the page as CSV, without an envelope."))
                        .answers(PageJson.shape("tokens", TokenJson.SHAPE)),
                Route.user("GET", "/token/<serial>/history", this::history)
                        .needs(RouteNeed.special(
                                Over.TOKEN,
                                "right tokenlist",
                                List.of(AdminActions.TOKENLIST),
                                TokenListEndpoint::requireSight))
                        .does(
                                "Tells what has happened to a token, the newest first; administrators also of a deleted one, users"
                                        + " since it is theirs.")
                        .takes("serial", Shape.text("The token."))
                        .takes(PageJson.PARAMETERS)
                        .takes(TokenSelection.OWNER)
                        .answers(PageJson.shape("history", HistoryJson.SHAPE))
                        .refuses(601, "There is no such token."));
    }

    private Reply list(ApiRequest request) {
        Parameters parameters = request.parameters();
        int page = parameters.integer("page", 1);
        int size = parameters.pageSize("pagesize", PAGE_SIZE);
        ListTokens query = new ListTokens(
                listed.filter(request).within(request.rights().lists().tokens().orElse(null)),
                new Paging(page, size),
                parameters.text("sortby").orElse("serial"),
                parameters.text("sortdir").filter("desc"::equals).isPresent());
        selection.note(request);
        Optional<Instant> time = parameters.moment("at");
        TokenPage found =
                queries.ask(time.<Object>map(at -> new ListTokensAt(at, query)).orElse(query), TokenPage.class);
        request.notes().success(true).info("realm: None");
        if (parameters.text("outform").filter("csv"::equals).isPresent()) {
            return Reply.text("text/csv; charset=utf-8", json.csv(found.tokens()))
                    .header("Content-disposition", "attachment; filename=eduMFA-tokendata.csv");
        }
        HiddenNames hidden = request.rights().lists().hidden(SharedActions.HIDE_TOKENINFO);
        List<Map<String, Object>> tokens = json.of(found.tokens(), hidden);
        parameters
                .nonEmptyText("serial")
                .filter(serial -> time.isEmpty())
                .ifPresent(serial -> alone.show(serial, tokens, hidden));
        return Reply.value(PageJson.of("tokens", tokens, found.count(), page, size));
    }

    /** One of the places where the token is is enough. */
    private static void requireSight(ApiRequest request) {
        request.rights()
                .requireSight(
                        AdminActions.TOKENLIST,
                        request.parameters().givenText("serial").orElse(""));
    }

    /**
     * What has happened to a token, the newest first. Administrators can also ask about one that was deleted; users are told nothing
     * from before it was theirs.
     */
    private Reply history(ApiRequest request) {
        Parameters parameters = request.parameters();
        String serial = parameters.required("serial");
        int page = parameters.integer("page", 1);
        int size = parameters.pageSize("pagesize", PAGE_SIZE);
        Optional<TokenOwner> owner = isForUser(request)
                ? Optional.of(selection.require(request, serial).owner())
                : Optional.empty();
        HistoryPage history = queries.ask(new TokenHistory(serial, owner, new Paging(page, size)), HistoryPage.class);
        if (history.count() == 0) {
            selection.require(request, serial);
        }
        selection.note(request);
        request.notes().serial(serial).success(true);
        List<Map<String, Object>> entries =
                history.entries().stream().map(HistoryJson::of).toList();
        return Reply.value(PageJson.of("history", entries, history.count(), page, size));
    }

    private static boolean isForUser(ApiRequest request) {
        return request.caller() instanceof Caller.RealmUser;
    }
}
