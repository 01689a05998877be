package org.symbolon.api.bulk;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.InnerRequests;
import org.symbolon.api.kernel.InnerRequests.Sender;
import org.symbolon.api.kernel.InnerRequests.Wanted;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.token.ListedTokens;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.query.token.ListSerials;

/** Which tokens an order is about. */
final class OrderedTokens {

    private static final Pattern SERIAL = Pattern.compile("[0-9a-zA-Z\\-_]{1,40}");
    private static final int MOST_TOKENS = 10_000;

    private final InnerRequests requests;
    private final ListedTokens listed;
    private final QueryDispatcher queries;

    OrderedTokens(InnerRequests requests, ListedTokens listed, QueryDispatcher queries) {
        this.requests = requests;
        this.listed = listed;
        this.queries = queries;
    }

    /** Those that are named, each once, or those that a search finds of what the caller may see. */
    List<String> of(Parameters parameters, Sender sender) {
        List<String> serials = parameters.has("search")
                ? found(parameters.object("search").orElse(Map.of()), sender)
                : parameters.list("serials").stream().distinct().toList();
        if (serials.isEmpty()) {
            throw ApiException.parameter("No tokens are meant");
        }
        if (serials.size() > MOST_TOKENS) {
            throw ApiException.parameter("More than " + MOST_TOKENS + " tokens are meant");
        }
        if (!serials.stream().allMatch(serial -> SERIAL.matcher(serial).matches())) {
            throw ApiException.parameter("Parameter 'serials' holds what is no serial");
        }
        return serials;
    }

    /** What no search knows would be passed over, and something done to all tokens. */
    private List<String> found(Map<String, Object> search, Sender sender) {
        if (search.isEmpty() || !ListedTokens.FILTER.fields().keySet().containsAll(search.keySet())) {
            throw ApiException.parameter("Parameter 'search' must say which tokens, and nothing else: "
                    + String.join(", ", ListedTokens.FILTER.fields().keySet()));
        }
        ApiRequest listing = requests.of(sender, new Wanted("GET", "/token/", search));
        return queries.list(
                new ListSerials(
                        listed.filter(listing)
                                .within(listing.rights().lists().tokens().orElse(null)),
                        MOST_TOKENS + 1,
                        true),
                String.class);
    }
}
