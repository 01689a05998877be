package org.symbolon.api.feed;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Handler;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.projections.feed.FeedTable;
import org.symbolon.query.definition.DefinitionView;
import org.symbolon.query.definition.ListDefinitions;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.reactions.feed.port.FeedRecords;

/** What can be done about a feed beside its definition: facts that were put aside are sent again, and others once more. */
@Component
public class FeedProgressEndpoint implements Endpoint {

    private static final String LETTERS = "/feed/<name>/deadletters";
    private static final String POSITION = "position";
    private static final int MOST_LETTERS = 1000;
    private static final int NOT_FOUND = 601;

    private final QueryDispatcher queries;
    private final FeedRecords records;

    public FeedProgressEndpoint(QueryDispatcher queries, FeedRecords records) {
        this.queries = queries;
        this.records = records;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                of("GET", LETTERS, this::letters)
                        .needs(AdminActions.FEED_READ)
                        .does("Lists facts that the receiver has refused for what they are, a thousand at most.")
                        .takes(
                                "after",
                                Shape.number("Only those behind this place in the stream.")
                                        .or(0))
                        .answers(Shape.listOf("In the order of the stream.", FeedJson.DEAD_LETTER)),
                of("POST", LETTERS, this::sendAgain)
                        .needs(AdminActions.FEED_WRITE)
                        .does("Has facts that were put aside sent again.")
                        .takes(POSITION, Shape.number("The place of the only one; all without it."))
                        .answers(Shape.number("How many.")),
                of("DELETE", LETTERS, this::drop)
                        .needs(AdminActions.FEED_WRITE)
                        .does("Gives up facts that were put aside.")
                        .takes(POSITION, Shape.number("The place of the only one; all without it."))
                        .answers(Shape.number("How many.")),
                of("POST", "/feed/<name>/position", this::move)
                        .needs(AdminActions.FEED_WRITE)
                        .does(
                                "Has a feed go on behind another place in the stream: what lies behind it is sent, again or not at all.")
                        .takes(
                                POSITION,
                                Shape.number("The place; 0 for the beginning.").required())
                        .answers(Shape.flag("False where it was never begun.")));
    }

    private static Route of(String method, String path, Handler handler) {
        return Route.admin(method, path, handler)
                .takes("name", Shape.text("Its name."))
                .refuses(NOT_FOUND, "It does not exist.");
    }

    private int number(ApiRequest request) {
        String name = request.parameters().required("name");
        request.notes().info(name);
        return queries.list(new ListDefinitions(FeedTable.TABLE, name), DefinitionView.class).stream()
                .findFirst()
                .map(DefinitionView::number)
                .orElseThrow(() -> ApiException.notFound("The requested feed could not be found."));
    }

    private Reply letters(ApiRequest request) {
        int feed = number(request);
        long after = request.parameters().position("after").orElse(0);
        return succeed(
                request,
                records.deadLetters(feed, after, MOST_LETTERS).stream()
                        .map(FeedJson::of)
                        .toList());
    }

    private Reply sendAgain(ApiRequest request) {
        return succeed(request, records.sendAgain(number(request), position(request)));
    }

    private Reply drop(ApiRequest request) {
        return succeed(request, records.drop(number(request), position(request)));
    }

    private Reply move(ApiRequest request) {
        int feed = number(request);
        long position = position(request).orElseThrow(() -> ApiException.missingParameter(POSITION));
        request.notes().actionDetail("to " + position);
        return succeed(request, records.move(feed, position));
    }

    private static Optional<Long> position(ApiRequest request) {
        return request.parameters().position(POSITION).stream().boxed().findFirst();
    }

    private static Reply succeed(ApiRequest request, Object value) {
        request.notes().success(true);
        return Reply.value(value);
    }
}
