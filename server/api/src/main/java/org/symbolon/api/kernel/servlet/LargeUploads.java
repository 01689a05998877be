package org.symbolon.api.kernel.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.login.LoginTokens;
import org.symbolon.api.kernel.route.RouteMatch;
import org.symbolon.api.kernel.route.RouteTable;
import org.symbolon.api.kernel.spool.Spool;

/**
 * Lets files in that are larger than a body may be otherwise: on routes that take such, of whoever is logged in as those must be who call
 * them, and a few at once. What is not let in so is bounded as any body is.
 */
@Component
final class LargeUploads {

    private static final Logger LOG = LoggerFactory.getLogger(LargeUploads.class);
    private static final int MOST_AT_ONCE = 4;
    private static final int FOR_OTHER_PARTS = 64 << 10;

    private final RouteTable routes;
    private final LoginTokens tokens;
    private final long most;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    /** @param largest of a file */
    LargeUploads(RouteTable routes, LoginTokens tokens, @Value("${symbolon.token-file-size:256MB}") DataSize largest) {
        this.routes = routes;
        this.tokens = tokens;
        this.most = largest.toBytes() + FOR_OTHER_PARTS;
    }

    /** Whether the request may bring one of this length, -1 if it does not say it. */
    boolean mayBring(HttpServletRequest request, long announced) {
        return announced <= most
                && route(request)
                        .filter(Route::large)
                        .filter(route -> isAdmitted(request, route))
                        .isPresent();
    }

    private Optional<Route> route(HttpServletRequest request) {
        try {
            return routes.match(request.getMethod(), request.getRequestURI()) instanceof RouteMatch.Found found
                    ? Optional.of(found.route())
                    : Optional.empty();
        } catch (ApiException malformed) {
            return Optional.empty();
        }
    }

    /** Whether the log-in has ended since, and what it may do, is looked at when the request is there. */
    private boolean isAdmitted(HttpServletRequest request, Route route) {
        String token = Stream.of("PI-Authorization", "Authorization")
                .map(request::getHeader)
                .filter(Objects::nonNull)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        try {
            return route.access().admits(tokens.verify(token));
        } catch (ApiException refused) {
            return false;
        }
    }

    /** Where it is kept, empty if there is no room now. */
    Optional<KeptBody> begin() {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new KeptBody.InSpool(Spool.open(), most + 1, places::release));
        } catch (IOException full) {
            places.release();
            LOG.error("A large file cannot be kept: {}", full.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
