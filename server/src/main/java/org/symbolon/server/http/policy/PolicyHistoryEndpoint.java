package org.symbolon.server.http.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.query.policy.PolicyHistory;
import org.symbolon.query.policy.PolicyHistoryPage;
import org.symbolon.query.shared.Paging;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.HistoryJson;
import org.symbolon.server.http.PageJson;
import org.symbolon.server.http.Parameters;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;
import org.symbolon.server.http.Shape;
import org.symbolon.server.query.QueryDispatcher;

/** What has become of policies: who changed what in one, and what differs between two times. eduMFA has neither. */
public class PolicyHistoryEndpoint implements Endpoint {

    private static final int PAGE_SIZE = 15;

    private static final Shape DIFFERENCE = Shape.fields("")
            .with("created", Shape.listOf("Policies that came.", PolicyJson.SHAPE))
            .with("deleted", Shape.listOf("Policies that went.", PolicyJson.SHAPE))
            .with(
                    "changed",
                    Shape.listOf(
                            "Policies that changed.",
                            Shape.fields("")
                                    .with("name", Shape.text("Which."))
                                    .with("changes", Shape.object("`old` and `new` of each field that differs."))));

    private final QueryDispatcher queries;
    private final PolicySource policies;

    public PolicyHistoryEndpoint(QueryDispatcher queries, PolicySource policies) {
        this.queries = queries;
        this.policies = policies;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/history/policy/<name>", this::history)
                        .does("Tells what has happened to a policy, the newest first; also of a deleted one.")
                        .takes("name", Shape.text("Its name."))
                        .takes(PageJson.PARAMETERS)
                        .answers(PageJson.shape("history", HistoryJson.SHAPE))
                        .refuses(601, "There never was such a policy."),
                Route.admin("GET", "/policy/diff", this::difference)
                        .does("Tells what differs between the policies of two moments.")
                        .takes("from", Shape.time("The earlier moment.").required())
                        .takes("to", Shape.time("The later moment; now where it is not given."))
                        .answers(DIFFERENCE));
    }

    /** Also of a policy that was deleted. */
    private Reply history(ApiRequest request) {
        Parameters parameters = request.parameters();
        String name = parameters.required("name");
        int page = parameters.integer("page", 1);
        int size = parameters.pageSize("pagesize", PAGE_SIZE);
        PolicyHistoryPage history =
                queries.ask(new PolicyHistory(name, new Paging(page, size)), PolicyHistoryPage.class);
        request.notes().info(name);
        if (history.count() == 0) {
            throw ApiException.notFound("The policy with name '" + name + "' does not exist");
        }
        request.notes().success(true);
        List<Map<String, Object>> steps =
                history.steps().stream().map(PolicyHistoryEndpoint::json).toList();
        return Reply.value(PageJson.of("history", steps, history.count(), page, size));
    }

    private static Map<String, Object> json(PolicyHistoryPage.Step step) {
        Map<String, Object> json = HistoryJson.of(step.entry());
        json.put("changes", PolicyDifference.between(step.before(), step.after()));
        return json;
    }

    private Reply difference(ApiRequest request) {
        Parameters parameters = request.parameters();
        Instant from = parameters.moment("from").orElseThrow(() -> ApiException.missingParameter("from"));
        Optional<Instant> to = parameters.moment("to");
        Map<String, Object> difference = PolicyDifference.between(policies.at(Optional.of(from)), policies.at(to));
        request.notes().success(true);
        return Reply.value(difference);
    }
}
