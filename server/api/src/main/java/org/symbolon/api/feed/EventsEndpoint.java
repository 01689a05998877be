package org.symbolon.api.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.PostponedRequests;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.query.feed.CloudEvent;
import org.symbolon.query.feed.FactFilter;
import org.symbolon.query.feed.FactSieve;
import org.symbolon.query.feed.FactStream;
import org.symbolon.query.feed.PublicFact;

/**
 * All facts from a place in the stream on, for programs that fetch them. Its right has no limits: of many facts it cannot be said to whom they
 * may be told.
 */
@Component
public class EventsEndpoint implements Endpoint {

    private static final String CONTENT_TYPE = "application/x-ndjson; charset=utf-8";
    private static final String NEXT = "X-Next-Position";
    private static final int PRESET = 500;
    private static final int MOST = 1000;
    private static final int LONGEST_WAIT = 30;

    /** So many pages without anything that is wanted are passed over in one request. */
    private static final int MOST_PAGES = 20;

    private final FactStream stream;
    private final AwaitedFacts awaited;
    private final PostponedRequests postponed;
    private final String source;

    EventsEndpoint(
            FactStream stream,
            AwaitedFacts awaited,
            PostponedRequests postponed,
            @Value("${symbolon.feeds.source:urn:symbolon}") String source) {
        this.stream = stream;
        this.awaited = awaited;
        this.postponed = postponed;
        this.source = source;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.admin("GET", "/events", this::read)
                .needs(AdminActions.EVENTS_READ)
                .does("Tells what has happened, in order, as lines of JSON; X-Next-Position says from where to go on.")
                .takes(
                        "from",
                        Shape.number("The first place in the stream that is wanted.")
                                .or(1))
                .takes(
                        "limit",
                        Shape.number("How many facts at most, up to 1000.").or(PRESET))
                .takes(
                        "kinds",
                        Shape.text("Which events, by name, with commas between; `Token*` is all that begin so."))
                .takes("realms", Shape.text("Of which realms, with commas between."))
                .takes(
                        "wait",
                        Shape.number("How many seconds to wait where there is nothing yet, up to 30.")
                                .or(0))
                .answers(CONTENT_TYPE, Shape.text("A line for each fact.")));
    }

    private record Found(List<PublicFact> facts, long last) {}

    private Reply read(ApiRequest request) {
        Parameters parameters = request.parameters();
        long from = parameters.position("from").orElse(1);
        int limit = bounded(parameters, "limit", PRESET, 1, MOST);
        int wait = bounded(parameters, "wait", 0, 0, LONGEST_WAIT);
        FactFilter filter = filter(parameters);
        request.awaited().ifPresent(awaited::forget);
        Found found = found(Math.max(0, from - 1), limit, filter);
        if (wait > 0 && request.awaited().isEmpty() && found.facts().stream().noneMatch(AwaitedFacts::isNews)) {
            postponed.requireRoom();
            return Reply.postponed(awaited.behind(found.last(), filter, Duration.ofSeconds(wait)));
        }
        request.notes().success(true).info("from " + from);
        return Reply.content(CONTENT_TYPE, output -> {
                    for (PublicFact fact : found.facts()) {
                        output.write((CloudEvent.json(fact, source) + "\n").getBytes(StandardCharsets.UTF_8));
                    }
                })
                .header(NEXT, Long.toString(found.last() + 1));
    }

    private static int bounded(Parameters parameters, String name, int absent, int least, int most) {
        int value = parameters.integer(name, absent);
        if (value < least || value > most) {
            throw ApiException.parameter("Parameter '" + name + "' must be a number from " + least + " to " + most);
        }
        return value;
    }

    private static FactFilter filter(Parameters parameters) {
        FactFilter filter = FactFilter.of(
                parameters.text("kinds").orElse(""), parameters.text("realms").orElse(""));
        if (!filter.unknownKinds().isEmpty()) {
            throw ApiException.parameter("Parameter 'kinds' names what no event is called");
        }
        return filter;
    }

    private Found found(long after, int limit, FactFilter filter) {
        FactSieve sieve = new FactSieve(filter, stream);
        List<PublicFact> facts = new ArrayList<>();
        long position = after;
        for (int page = 0; page < MOST_PAGES && facts.isEmpty(); page++) {
            FactStream.Page read = stream.after(position, limit);
            facts.addAll(sieve.wanted(read.facts()));
            position = read.last();
            if (read.facts().size() < limit) {
                break;
            }
        }
        return new Found(facts, position);
    }
}
