package org.symbolon.connectors.firebase;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.symbolon.connectors.network.BoundedHttp;
import org.symbolon.connectors.network.BoundedHttp.Answer;
import org.symbolon.connectors.network.BoundedHttp.Way;
import org.symbolon.connectors.network.Deadline;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gets tokens that let service accounts in, and keeps each as long as it is good. */
final class AccessTokens {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int OK = 200;
    private static final String SOUND = "[\\x21-\\x7e]{1,8192}";

    /** It must not run out on its way. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final long MOST_SECONDS = 3600;
    private static final int MOST_KEPT = 100;

    private final BoundedHttp http;
    private final Clock clock;
    private final Map<ServiceAccount, Granted> granted = new ConcurrentHashMap<>();

    /** A token, and until when it is good. */
    private record Granted(String token, Instant until) {

        @Override
        public String toString() {
            return "Granted[" + until + "]";
        }
    }

    /** An account was not let in; the code is that of the answer. */
    static final class NotLetInException extends Exception {

        private static final long serialVersionUID = 1L;

        private final int code;

        NotLetInException(int code) {
            super("code " + code);
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    AccessTokens(BoundedHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /**
     * A token that lets the account in.
     *
     * @throws IOException if there is no answer in time, or none that can be understood
     * @throws NotLetInException if there is none for this account
     */
    String of(ServiceAccount account, Way way, Deadline deadline) throws IOException, NotLetInException {
        Granted known = granted.get(account);
        if (known != null && clock.instant().isBefore(known.until)) {
            return known.token;
        }
        return renewed(account, way, deadline);
    }

    /** One that is asked for anew, whatever was granted before; fails as {@link #of} does. */
    String renewed(ServiceAccount account, Way way, Deadline deadline) throws IOException, NotLetInException {
        Granted fresh = ask(account, way, deadline);
        if (granted.size() >= MOST_KEPT) {
            granted.clear();
        }
        granted.put(account, fresh);
        return fresh.token;
    }

    /** It was good for nothing. */
    void forget(ServiceAccount account) {
        granted.remove(account);
    }

    private Granted ask(ServiceAccount account, Way way, Deadline deadline) throws IOException, NotLetInException {
        Instant now = clock.instant();
        String form = "grant_type=" + encoded(GRANT) + "&assertion=" + encoded(Assertion.of(account, now));
        HttpRequest request = HttpRequest.newBuilder(account.tokens())
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        Answer answer = http.ask(request, way, deadline);
        if (answer.status() != OK) {
            throw new NotLetInException(answer.status());
        }
        return read(answer.text(), now);
    }

    private static Granted read(String text, Instant now) throws IOException {
        try {
            JsonNode json = JSON.readTree(text);
            String token = json.path("access_token").asString("");
            long seconds = Math.min(json.path("expires_in").asLong(0), MOST_SECONDS);
            if (token.matches(SOUND)) {
                return new Granted(token, now.plusSeconds(seconds).minus(MARGIN));
            }
        } catch (JacksonException malformed) {
            throw new IOException("No JSON");
        }
        throw new IOException("No token");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
