package org.symbolon.endtoend.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What has happened, fetched over the wire. */
@WireTest
class EventsWireTest {

    private static final String REALM = "fetched";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    private Tenant tenant;
    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, REALM, folder, 2);
        admin = tenant.admin();
    }

    private HttpRequest request(String query) {
        return HttpRequest.newBuilder(URI.create(admin.address() + "/events?" + query))
                .header("Authorization", admin.token())
                .build();
    }

    private HttpResponse<String> fetched(String query) {
        try {
            HttpResponse<String> response = http.send(request(query), BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<JsonNode> facts(HttpResponse<String> response) {
        return response.body().lines().map(JSON::readTree).toList();
    }

    private static long next(HttpResponse<String> response) {
        return Long.parseLong(response.headers().firstValue("X-Next-Position").orElseThrow());
    }

    /** Behind all that has happened so far. */
    private long end() {
        long from = 1;
        while (true) {
            HttpResponse<String> response = fetched("limit=1000&from=" + from);
            if (response.body().lines().count() < 1000) {
                return next(response);
            }
            from = next(response);
        }
    }

    @Test
    void allIsToldInOrderAndOneGoesOnWhereOneHasEnded() {
        long begin = end();
        tenant.enrol("FETCH1", "user1", "type", "spass");
        tenant.enrol("FETCH2", "user1", "type", "spass");

        HttpResponse<String> first = fetched("kinds=TokenEnrolled&limit=1000&from=" + begin);
        assertThat(first.headers().firstValue("Content-Type")).contains("application/x-ndjson;charset=utf-8");
        assertThat(facts(first))
                .extracting(fact -> fact.path("data").path("serial").asString())
                .containsSubsequence("FETCH1", "FETCH2");
        assertThat(facts(first))
                .extracting(fact -> fact.path("position").asLong())
                .isSorted()
                .allMatch(position -> position >= begin);

        HttpResponse<String> one = fetched("limit=1&from=" + begin);
        assertThat(facts(one)).hasSize(1);
        assertThat(next(one)).isEqualTo(facts(one).get(0).path("position").asLong() + 1);
    }

    @Test
    void onlyWhatConcernsARealmIsTold() {
        long begin = end();
        admin.post("/token/init", "type", "spass", "serial", "FETCHNOBODYS");
        tenant.enrol("FETCH3", "user1", "type", "spass");

        assertThat(facts(fetched("kinds=TokenEnrolled&realms=" + REALM + "&from=" + begin)))
                .extracting(fact -> fact.path("data").path("serial").asString())
                .contains("FETCH3")
                .doesNotContain("FETCHNOBODYS");
    }

    @Test
    void whoeverWaitsIsAnsweredWhenSomethingHappens() {
        long begin = end();
        CompletableFuture<HttpResponse<String>> waiting = http.sendAsync(
                request("kinds=TokenEnrolled&wait=30&realms=" + REALM + "&from=" + begin), BodyHandlers.ofString());
        waitInVain("kinds=TokenEnrolled&realms=nosuchrealm", begin);
        assertThat(waiting).isNotDone();
        tenant.enrol("FETCH4", "user1", "type", "spass");

        assertThat(facts(waiting.join()))
                .extracting(fact -> fact.path("data").path("serial").asString())
                .contains("FETCH4");
    }

    private HttpResponse<String> waitInVain(String query, long from) {
        long begin = System.nanoTime();
        HttpResponse<String> response = fetched(query + "&wait=1&from=" + from);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(next(response)).isGreaterThanOrEqualTo(from);
        return response;
    }

    /** Each of these requests makes a fact, which must not wake the next one. */
    @Test
    void whoeverReadsDoesNotWakeHimself() {
        long next = next(fetched("kinds=RequestAnswered&wait=1&from=" + end()));
        for (int count = 0; count < 2; count++) {
            HttpResponse<String> response = waitInVain("kinds=RequestAnswered", next);
            assertThat(facts(response))
                    .extracting(fact -> fact.path("data").path("action").asString())
                    .containsOnly("GET /events");
            next = next(response);
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertRefusal(
                admin.get("/events", "limit", "1001"),
                400,
                905,
                "ERR905: Parameter 'limit' must be a number from 1 to 1000");
        assertRefusal(
                admin.get("/events", "wait", "31"), 400, 905, "ERR905: Parameter 'wait' must be a number from 0 to 30");
        assertRefusal(admin.get("/events", "from", "x"), 400, 905, "ERR905: Parameter 'from' must be a number");
        assertRefusal(
                admin.get("/events", "kinds", "Nosuch"),
                400,
                905,
                "ERR905: Parameter 'kinds' names what no event is called");
    }
}
