package org.symbolon.api.challenge;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Handler;
import org.symbolon.api.kernel.PageJson;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.RouteNeed;
import org.symbolon.api.kernel.Shape;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.query.challenge.ChallengePage;
import org.symbolon.query.challenge.ListChallenges;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.query.shared.Paging;

/** Lists challenges to administrators. */
@Component
public class ChallengeEndpoint implements Endpoint {

    private static final String ALL = "/token/challenges/";
    private static final int PAGE_SIZE = 15;

    private final QueryDispatcher queries;

    public ChallengeEndpoint(QueryDispatcher queries) {
        this.queries = queries;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                listing(ALL, request -> list(request, null))
                        .raises("token_getchallenges")
                        .does("Lists challenges, also expired ones."),
                listing(ALL + "<serial>", this::ofSerial)
                        .raises("token_getchallenges")
                        .does("Lists the challenges of one token, also expired ones.")
                        .takes("serial", Shape.text("The token; `*` stands for anything.")));
    }

    private static Route listing(String path, Handler handler) {
        return Route.admin("GET", path, handler)
                .needs(RouteNeed.list(AdminActions.GETCHALLENGES))
                .takes(PageJson.PARAMETERS)
                .takes("transaction_id", Shape.text("Only of this transaction; `*` stands for anything."))
                .takes("sortby", Shape.text("The column to sort by.").or("timestamp"))
                .takes("sortdir", Shape.choice("In which order.", "asc", "desc").or("asc"))
                .answers(PageJson.shape("challenges", ChallengeJson.SHAPE));
    }

    private Reply ofSerial(ApiRequest request) {
        String serial = request.parameters().required("serial");
        request.notes().serial(serial);
        return list(request, serial);
    }

    private Reply list(ApiRequest request, String serial) {
        Parameters parameters = request.parameters();
        int page = parameters.integer("page", 1);
        int size = parameters.pageSize("pagesize", PAGE_SIZE);
        ListChallenges query = new ListChallenges(
                serial,
                parameters.nonEmptyText("transaction_id").orElse(null),
                request.rights().lists().reached(AdminActions.GETCHALLENGES).orElse(null),
                new Paging(page, size),
                parameters.text("sortby").orElse("timestamp"),
                parameters.text("sortdir").filter("desc"::equals).isPresent());
        ChallengePage found = queries.ask(query, ChallengePage.class);
        request.notes().success(true);
        List<Map<String, Object>> challenges =
                found.challenges().stream().map(ChallengeJson::of).toList();
        return Reply.value(PageJson.of("challenges", challenges, found.count(), page, size));
    }
}
