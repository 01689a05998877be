package org.symbolon.api.history;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.HistoryJson;
import org.symbolon.api.kernel.PageJson;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.RouteNeed;
import org.symbolon.api.kernel.Shape;
import org.symbolon.policy.rights.HistoryRights;
import org.symbolon.policy.rights.Over;
import org.symbolon.query.history.Change;
import org.symbolon.query.history.ChangePage;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.query.shared.Paging;

/** Who changed what, when and from where, in anything that administrators can change. eduMFA has nothing like it. */
@Component
public class HistoryEndpoint implements Endpoint {

    private static final int PAGE_SIZE = 15;

    private final QueryDispatcher queries;
    private final HistoryKinds kinds;

    HistoryEndpoint(QueryDispatcher queries, CounterTrails counters, UserTrails users) {
        this.queries = queries;
        this.kinds = new HistoryKinds(counters.kind(), users.kind());
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.admin("GET", "/history/<kind>/<id>", this::history)
                .needs(RouteNeed.special(
                        Over.SYSTEM, "right to read <kind>", HistoryRights.all(), HistoryEndpoint::requireRight))
                .does("Tells who changed what in one thing, the newest first; also of what was deleted.")
                .takes("kind", Shape.choice("What it is.", names()))
                .takes(
                        "id",
                        Shape.text("Its name or number. Of a user his login, or his id in `resolver` if he is gone."))
                .takes("realm", Shape.text("Of a user: his realm; the default realm where it is not given."))
                .takes(
                        "resolver",
                        Shape.text("Of a user: his resolver, where the realm has several, or if he is gone."))
                .takes(PageJson.PARAMETERS)
                .answers(PageJson.shape("history", HistoryJson.SHAPE))
                .refuses(601, "There is no such kind, or there never was such a thing."));
    }

    private String[] names() {
        return kinds.all().stream().map(HistoryKind::name).toArray(String[]::new);
    }

    private static void requireRight(ApiRequest request) {
        request.rights()
                .requireHistory(
                        request.parameters().givenText("kind").orElse(""),
                        request.parameters().givenText("id").orElse(""));
    }

    /** Also of what was deleted. */
    private Reply history(ApiRequest request) {
        Parameters parameters = request.parameters();
        String name = parameters.required("kind");
        String id = parameters.required("id");
        request.notes().info(name + " " + id);
        HistoryKind kind = kinds.find(name)
                .orElseThrow(() -> ApiException.notFound("There are no histories of the kind '" + name + "'."));
        int page = parameters.integer("page", 1);
        int size = parameters.pageSize("pagesize", PAGE_SIZE);
        ChangePage history =
                queries.ask(kind.trails().apply(id, request).query(new Paging(page, size)), ChangePage.class);
        if (history.count() == 0) {
            throw ApiException.notFound("There is no history of the " + name + " '" + id + "'.");
        }
        request.notes().success(true);
        List<Map<String, Object>> changes =
                history.changes().stream().map(change -> json(kind, change)).toList();
        return Reply.value(PageJson.of("history", changes, history.count(), page, size));
    }

    private static Map<String, Object> json(HistoryKind kind, Change change) {
        Map<String, Object> json = HistoryJson.of(change.entry());
        json.put("changes", kind.names().json(change.differences()));
        return json;
    }
}
