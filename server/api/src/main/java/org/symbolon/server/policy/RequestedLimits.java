package org.symbolon.server.policy;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.command.token.WithinLimits;
import org.symbolon.events.token.TokenLimit;
import org.symbolon.server.http.ApiRequest;

/** How many tokens policies allow that a request wants one more of. */
public final class RequestedLimits {

    private final List<TokenLimit> limits = new ArrayList<>();

    private RequestedLimits() {}

    static void add(ApiRequest request, TokenLimit limit) {
        of(request).limits.add(limit);
    }

    /** The command, to be done within the limits of the request. */
    public static Object within(ApiRequest request, Object command) {
        return WithinLimits.of(List.copyOf(of(request).limits), command);
    }

    private static RequestedLimits of(ApiRequest request) {
        return request.own(RequestedLimits.class, RequestedLimits::new);
    }
}
