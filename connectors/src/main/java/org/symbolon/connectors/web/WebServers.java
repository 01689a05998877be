package org.symbolon.connectors.web;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.connectors.network.AuthoritiesFile;
import org.symbolon.connectors.network.BoundedHttp;
import org.symbolon.connectors.network.BoundedHttp.Answer;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.connectors.network.ServerHealth;
import org.symbolon.connectors.network.WebAddress;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The servers that one store asks, of which one may hand out tokens and another one know the users. A server that is away is not waited
 * for again until it is back, and one that has too many questions is left alone for as long as it wants.
 */
final class WebServers implements AutoCloseable {

    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int FOUND = 200;
    private static final int REDIRECTED = 300;
    private static final int REFUSED = 400;
    private static final int TOO_MANY = 429;
    private static final int BROKEN = 500;
    private static final int OVERLOADED = 503;
    private static final Duration USUAL_REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    private final WebSettings settings;
    private final WebNetwork network;
    private final BoundedHttp http;
    private final BoundedHttp.Way way;
    private final ConcurrentMap<String, ServerHealth> health = new ConcurrentHashMap<>();

    WebServers(WebSettings settings, WebNetwork network) {
        this.settings = settings;
        this.network = network;
        this.http = new BoundedHttp("web-store", this::trusted, network.guard(), MOST_BYTES);
        this.way = new BoundedHttp.Way(settings.verify(), Optional.empty());
    }

    /** What is found at the door of the server that the base of all endpoints names. */
    List<Finding> examine() {
        return WebAddress.read(settings.base())
                .map(base -> http.examine(base, way, settings.timeout()))
                .orElseGet(List::of);
    }

    private SSLContext trusted() {
        try {
            return settings.authorities().isPresent()
                    ? new AuthoritiesFile(settings.authorities().get()).context()
                    : SSLContext.getDefault();
        } catch (GeneralSecurityException | IOException unusable) {
            throw new UserStoreUnavailableException(
                    "The file of tls_ca_path cannot be used: it is no regular file with certificates in PEM", null);
        }
    }

    /** What a server answers to a request, whatever its code; the request's definition says what a failure looks like. */
    WebAnswer ask(HttpRequest request, RequestDefinition definition, Deadline deadline) {
        ServerHealth known = healthOf(request.uri());
        if (!known.mayBeAsked()) {
            throw new UserStoreUnavailableException(known.lastTrouble(), null);
        }
        return read(request.uri(), answer(request, known, deadline), known, definition);
    }

    private Answer answer(HttpRequest request, ServerHealth known, Deadline deadline) {
        long begin = System.nanoTime();
        try {
            Answer answer = http.ask(request, way, deadline);
            known.answered(begin);
            return answer;
        } catch (IOException failed) {
            UserStoreUnavailableException trouble = WebTrouble.of(request.uri(), WebTrouble.words(failed));
            if (WebTrouble.isUnreachable(failed) || failed instanceof ConnectTimeoutException) {
                known.isAway(trouble.getMessage());
            } else if (failed instanceof SocketTimeoutException) {
                known.wasTooSlow(begin, trouble);
            }
            throw trouble;
        }
    }

    private WebAnswer read(URI address, Answer answer, ServerHealth known, RequestDefinition definition) {
        int status = answer.status();
        if (status == TOO_MANY
                || (status == OVERLOADED && answer.header("Retry-After").isPresent())) {
            throw overloaded(address, answer, known);
        }
        if (status < FOUND || status >= BROKEN) {
            throw WebTrouble.of(address, "answered with an error (HTTP " + status + ")");
        }
        if (status >= REDIRECTED && status < REFUSED) {
            throw WebTrouble.of(address, "leads elsewhere, where nobody is asked (HTTP " + status + ")");
        }
        if (!answer.whole()) {
            throw WebTrouble.of(address, "answered more than %d MiB".formatted(MOST_BYTES / 1024 / 1024));
        }
        return read(address, answer, definition);
    }

    private static UserStoreUnavailableException overloaded(URI address, Answer answer, ServerHealth known) {
        Duration rest = answer.header("Retry-After")
                .map(String::strip)
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(USUAL_REST);
        UserStoreUnavailableException trouble = WebTrouble.of(
                address,
                "has too many questions and wants to be left alone for %d seconds (HTTP %d)"
                        .formatted(rest.toSeconds(), answer.status()));
        known.wantsRest(rest, trouble.getMessage());
        return trouble;
    }

    /** What a refusal says matters to nobody, so it need not be JSON. */
    private static WebAnswer read(URI address, Answer answer, RequestDefinition definition) {
        boolean refused = answer.status() >= REFUSED;
        JsonNode raw = MissingNode.getInstance();
        try {
            if (!answer.text().isBlank()) {
                raw = WebParameters.JSON.readTree(answer.text());
            }
        } catch (JacksonException nonsense) {
            if (!refused) {
                throw WebTrouble.of(address, "answered what is no JSON");
            }
        }
        boolean done = !refused && !definition.meansFailure(raw);
        return new WebAnswer(answer.status(), done, JsonPath.mapped(raw, definition.responseMapping()), raw);
    }

    private ServerHealth healthOf(URI address) {
        return health.computeIfAbsent(WebTrouble.server(address), server -> {
            HttpRequest probe = HttpRequest.newBuilder(URI.create(server + "/")).build();
            return new ServerHealth(
                    "server " + server,
                    LONGEST_PAUSE,
                    network.probes(),
                    () -> http.ask(probe, way, Deadline.in(settings.timeout())));
        });
    }

    @Override
    public void close() {
        health.values().forEach(ServerHealth::close);
        http.close();
    }
}
