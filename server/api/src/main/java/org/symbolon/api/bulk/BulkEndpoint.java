package org.symbolon.api.bulk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Handler;
import org.symbolon.api.kernel.InnerRequests;
import org.symbolon.api.kernel.InnerRequests.Sender;
import org.symbolon.api.kernel.InnerRequests.Wanted;
import org.symbolon.api.kernel.JsonText;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.token.ListedTokens;
import org.symbolon.command.bulk.port.BulkOperations;
import org.symbolon.command.bulk.port.BulkOperations.Order;
import org.symbolon.command.bulk.port.BulkOperations.Owner;
import org.symbolon.command.bulk.port.BulkOperations.Turn;
import org.symbolon.events.shared.Caller;
import org.symbolon.query.sending.QueryDispatcher;

/** Has the same done to many tokens (ours), and tells how far that is. */
@Component
public class BulkEndpoint implements Endpoint {

    private static final String WHY = "Each token is held against the right that the request for it alone needs.";
    private static final String ONE = "/token/bulk/<id>";
    private static final int MOST_OPEN = 100;
    private static final int MOST_LISTED = 100;
    private static final int PAGE_SIZE = 100;
    private static final int LARGEST_PAGE = 1_000;
    private static final int LONGEST_SETTINGS = 20_000;

    private final BulkOperations operations;
    private final BulkWorker worker;
    private final OrderedTokens tokens;

    BulkEndpoint(
            BulkOperations operations,
            BulkWorker worker,
            InnerRequests requests,
            ListedTokens listed,
            QueryDispatcher queries) {
        this.operations = operations;
        this.worker = worker;
        this.tokens = new OrderedTokens(requests, listed, queries);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("POST", "/token/bulk", this::begin)
                        .doneOnce()
                        .needsNoRight(WHY)
                        .does("Has the same done to many tokens, one after the other (ours).")
                        .takes(
                                "action",
                                Shape.choice("What is done to each of them.", BulkAction.names())
                                        .required())
                        .takes("serials", Shape.list("The tokens."))
                        .takes(
                                "search",
                                Shape.object(
                                        "Instead of serials: the tokens that `GET /token/` lists for these parameters."))
                        .takes(
                                "settings",
                                Shape.object("The parameters of the request for one token: `user`, `realm` and"
                                        + " `resolver` (assign), `description`, `realms`, `groups`, `info`."))
                        .answers(BulkJson.SHAPE)
                        .refuses(905, "Parameters do not fit, or no tokens or too many are meant.")
                        .refuses(403, "The caller has too many operations that have not ended.")
                        .refuses(904, "There is no such user."),
                Route.admin("GET", "/token/bulk/", this::list)
                        .needsNoRight("Everybody sees what he has ordered himself.")
                        .does("Lists what one has ordered to be done to many tokens, the newest first (ours).")
                        .answers(Shape.listOf("How far each is.", BulkJson.SHAPE)),
                one("GET", this::progress)
                        .needsNoRight("Everybody sees what he has ordered himself.")
                        .does("Tells how far it is, and to which tokens it was not done, and why (ours).")
                        .takes(
                                "page",
                                Shape.number("Which page of those tokens.").or(1))
                        .takes(
                                "pagesize",
                                Shape.number("How many of them a page has.").or(PAGE_SIZE))
                        .answers(BulkJson.SHAPE.with(
                                "refusals",
                                Shape.listOf(
                                        "Tokens to which it was not done.",
                                        Shape.fields("")
                                                .with("serial", Shape.text("Which."))
                                                .with("reason", Shape.text("Why."))))),
                one("POST", this::goOn)
                        .needsNoRight(WHY)
                        .does("Goes on with what was interrupted, with the tokens to which nothing was done (ours).")
                        .answers(BulkJson.SHAPE)
                        .refuses(905, "It has ended, or is being worked on."),
                one("DELETE", this::cancel)
                        .needsNoRight("Everybody may end what he has ordered himself.")
                        .does("Ends it where it is (ours).")
                        .answers(BulkJson.SHAPE)
                        .refuses(905, "It has ended."));
    }

    private static Route one(String method, Handler handler) {
        return Route.admin(method, ONE, handler)
                .takes("id", Shape.text("Which operation."))
                .refuses(601, "There is no such operation of the caller.");
    }

    private Reply begin(ApiRequest request) {
        Parameters parameters = request.parameters();
        BulkAction action = BulkAction.of(parameters.required("action"));
        Map<String, String> settings = action.settings(settings(parameters));
        Owner owner = owner(request);
        if (operations.openOf(owner) >= MOST_OPEN) {
            throw ApiException.tooMany("There are " + MOST_OPEN + " operations that have not ended.");
        }
        Sender sender = Sender.of(request);
        List<String> serials = tokens.of(parameters, sender);
        Turn turn = operations.begin(owner, new Order(action.wireName(), settings), serials, request::decided);
        request.notes()
                .success(true)
                .actionDetail(action.wireName())
                .info("ordered for " + serials.size() + " tokens as " + turn.operation());
        worker.work(sender, turn);
        return Reply.value(progressOf(turn.operation(), owner));
    }

    private static Map<String, String> settings(Parameters parameters) {
        Map<String, String> settings = new LinkedHashMap<>();
        parameters.object("settings").orElse(Map.of()).forEach((name, value) -> {
            if (value != null) {
                settings.put(name, value instanceof String text ? text : written(name, value));
            }
        });
        if (JsonText.write(settings).length() > LONGEST_SETTINGS) {
            throw ApiException.parameter("Parameter 'settings' is too long");
        }
        return settings;
    }

    private static String written(String name, Object value) {
        if (value instanceof List<?>) {
            return String.join(",", Parameters.of(Map.of(name, value)).list(name));
        }
        return Parameters.of(Map.of(name, value)).written(name).orElse("");
    }

    private Reply list(ApiRequest request) {
        request.notes().success(true);
        return Reply.value(operations.of(owner(request), MOST_LISTED).stream()
                .map(BulkJson::of)
                .toList());
    }

    private Reply progress(ApiRequest request) {
        String id = request.parameters().required("id");
        Map<String, Object> progress = progressOf(id, owner(request));
        int page = Math.max(1, request.parameters().integer("page", 1));
        int size = Math.min(LARGEST_PAGE, request.parameters().pageSize("pagesize", PAGE_SIZE));
        progress.put(
                "refusals",
                operations.refusedOf(id, page, size).stream()
                        .map(refused -> Map.of("serial", refused.serial(), "reason", refused.reason()))
                        .toList());
        request.notes()
                .success(true)
                .actionDetail(progress.get("action").toString())
                .info("%s: %s, %s done, %s refused, %s open"
                        .formatted(
                                id,
                                progress.get("state"),
                                progress.get("done"),
                                progress.get("refused"),
                                progress.get("open")));
        return Reply.value(progress);
    }

    /** The request that asks how far it is. */
    static Wanted aboutProgress(String id) {
        return new Wanted("GET", ONE.replace("<id>", id), Map.of());
    }

    private Reply goOn(ApiRequest request) {
        String id = request.parameters().required("id");
        Owner owner = owner(request);
        progressOf(id, owner);
        Optional<Turn> turn = operations.resume(id, owner);
        worker.work(
                Sender.of(request),
                turn.orElseThrow(() -> ApiException.parameter("The operation has ended, or is being worked on")));
        request.notes().success(true).info("goes on with " + id);
        return Reply.value(progressOf(id, owner));
    }

    private Reply cancel(ApiRequest request) {
        String id = request.parameters().required("id");
        Owner owner = owner(request);
        progressOf(id, owner);
        if (!operations.cancel(id, owner)) {
            throw ApiException.parameter("The operation has ended");
        }
        request.notes().success(true).info("cancelled " + id);
        return Reply.value(progressOf(id, owner));
    }

    private Map<String, Object> progressOf(String id, Owner owner) {
        return operations
                .progress(id, owner)
                .map(BulkJson::of)
                .orElseThrow(() -> ApiException.notFound("There is no such operation."));
    }

    private static Owner owner(ApiRequest request) {
        Caller.Administrator caller = (Caller.Administrator) request.caller();
        return new Owner(caller.name(), caller.realm());
    }
}
