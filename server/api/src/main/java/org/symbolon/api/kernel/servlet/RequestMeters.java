package org.symbolon.api.kernel.servlet;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.LoginEnd;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.route.RouteTable;

/**
 * Counts and times what is answered, by route and status, and log-ins by how they ended and the type of the token. What a
 * stranger makes up (a path that does not exist, a name) is no label, so that nobody can make their number grow.
 */
@Component
final class RequestMeters {

    private static final String REQUESTS = "http.server.requests";
    private static final String LOGINS = "symbolon.logins";
    private static final String UNKNOWN = "UNKNOWN";
    private static final String NO_TOKEN = "none";

    private static final Duration[] LIMITS = {
        Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50),
        Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1),
        Duration.ofMillis(2500), Duration.ofSeconds(5), Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    private final IdentityHashMap<Route, StatusTimers> timers = new IdentityHashMap<>();
    private final Map<String, StatusTimers> foreign = new ConcurrentHashMap<>();
    private final Map<LoginEnd, Map<String, Counter>> logins = new EnumMap<>(LoginEnd.class);
    private final StatusTimers unrouted;

    RequestMeters(RouteTable routes, MeterRegistry registry) {
        this.registry = registry;
        routes.routes()
                .forEach(route ->
                        timers.put(route, new StatusTimers(status -> timer(route.method(), route.template(), status))));
        unrouted = new StatusTimers(status -> timer(UNKNOWN, UNKNOWN, status));
        for (LoginEnd end : LoginEnd.values()) {
            logins.put(end, new ConcurrentHashMap<>());
        }
    }

    /** Takes note of a request, once it is known what will be answered. */
    void answered(ApiRequest request, int status) {
        timersOf(request.route()).of(status).record(System.nanoTime() - request.startedNanos(), TimeUnit.NANOSECONDS);
        if (status < 500) {
            request.loginEnd().ifPresent(end -> count(end, request.notes().tokenType()));
        }
    }

    /** Requests of other protocols have routes, too, which no table has. */
    private StatusTimers timersOf(Route route) {
        StatusTimers known = timers.get(route);
        return known != null
                ? known
                : foreign.computeIfAbsent(
                        route.action(),
                        first -> new StatusTimers(status -> timer(route.method(), route.template(), status)));
    }

    /** Takes no time, for there was nothing to do. */
    void answeredWithoutRoute(int status) {
        unrouted.of(status).record(Duration.ZERO);
    }

    /** The types of tokens are those that the server knows. */
    private void count(LoginEnd end, String tokenType) {
        String type = tokenType.isEmpty() ? NO_TOKEN : tokenType;
        logins.get(end).computeIfAbsent(type, first -> counter(end, first)).increment();
    }

    private Counter counter(LoginEnd end, String type) {
        return Counter.builder(LOGINS)
                .description("Log-ins by how they ended and the type of the token")
                .tag("outcome", end.name().toLowerCase(Locale.ROOT))
                .tag("type", type)
                .register(registry);
    }

    private Timer timer(String method, String template, int status) {
        return Timer.builder(REQUESTS)
                .description("Requests by route and status, until the answer is ready to be sent")
                .tag("method", method)
                .tag("uri", template)
                .tag("status", Integer.toString(status))
                .tag("outcome", outcome(status))
                .serviceLevelObjectives(LIMITS)
                .register(registry);
    }

    /** In the words that dashboards for Spring's own metrics look for. */
    private static String outcome(int status) {
        return switch (status / 100) {
            case 2 -> "SUCCESS";
            case 3 -> "REDIRECTION";
            case 4 -> "CLIENT_ERROR";
            case 5 -> "SERVER_ERROR";
            default -> UNKNOWN;
        };
    }
}
