package org.symbolon.connectors.web;

import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.connectors.network.Deadline;
import tools.jackson.databind.JsonNode;

/**
 * The headers that let requests in. They come from a token that is asked for once and used until shortly before it ends; one whose end
 * nobody tells is used once. Several who need one wait for one question.
 */
final class Authorization {

    private static final Duration LONGEST_LEEWAY = Duration.ofSeconds(30);
    private static final int SHARE_OF_LEEWAY = 10;

    private final WebServers servers;
    private final Grant grant;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Held held = new Held(Map.of(), Instant.MIN);

    /** How a token is asked for. */
    interface Grant {

        /** What its answer means. */
        RequestDefinition definition();

        HttpRequest request();

        /** The headers that the token of an answer becomes; empty if there is none in it. */
        Map<String, String> headers(WebAnswer answer);
    }

    /** The token of the answer as OAuth 2.0 has it (RFC 6750, 2.1). */
    static Map<String, String> bearer(WebAnswer answer) {
        String token = WebParameters.text(answer.raw().path("access_token"));
        return token.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + token);
    }

    private record Held(Map<String, String> headers, Instant end) {

        @Override
        public String toString() {
            return "Held[" + end + "]";
        }
    }

    Authorization(WebServers servers, Grant grant, Clock clock) {
        this.servers = servers;
        this.grant = grant;
        this.clock = clock;
    }

    /**
     * The headers.
     *
     * @throws UserStoreUnavailableException if there is no token now
     */
    Map<String, String> headers(Deadline deadline) {
        Held known = held;
        return clock.instant().isBefore(known.end()) ? known.headers() : asked(deadline);
    }

    /** What these headers come from is good no more, so another one is asked for next time. */
    void refused(Map<String, String> headers) {
        if (held.headers().equals(headers)) {
            held = new Held(Map.of(), Instant.MIN);
        }
    }

    private Map<String, String> asked(Deadline deadline) {
        try {
            if (!asking.tryLock(deadline.millisLeft(), TimeUnit.MILLISECONDS)) {
                throw failure("somebody else waits for one already, and too long");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure("it was not waited for");
        }
        try {
            Held meanwhile = held;
            return clock.instant().isBefore(meanwhile.end()) ? meanwhile.headers() : askedAlone(deadline);
        } finally {
            asking.unlock();
        }
    }

    private Map<String, String> askedAlone(Deadline deadline) {
        WebAnswer answer = answer(deadline);
        Map<String, String> headers = answer.done() ? grant.headers(answer) : Map.of();
        if (headers.isEmpty()) {
            throw failure("its server gives no token (HTTP " + answer.status() + ")");
        }
        held = new Held(headers, clock.instant().plus(life(answer.raw().path("expires_in"))));
        return headers;
    }

    private WebAnswer answer(Deadline deadline) {
        try {
            return servers.ask(grant.request(), grant.definition(), deadline);
        } catch (UserStoreUnavailableException | IllegalArgumentException trouble) {
            throw failure(trouble.getMessage());
        }
    }

    /** How long a token is used: until shortly before the seconds are over that its server gives it (RFC 6749, 5.1). */
    private static Duration life(JsonNode seconds) {
        Duration whole = Duration.ofSeconds(Math.max(0, seconds.asLong(0)));
        Duration leeway = whole.dividedBy(SHARE_OF_LEEWAY);
        return whole.minus(leeway.compareTo(LONGEST_LEEWAY) < 0 ? leeway : LONGEST_LEEWAY);
    }

    private static UserStoreUnavailableException failure(String why) {
        return new UserStoreUnavailableException("Failed to get authorization header: " + why, null);
    }
}
