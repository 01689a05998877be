package org.symbolon.api.kernel.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.api.kernel.login.LoginTokens;

/** Requests that are sent more than once, and are to be done once. */
class OnceOnlyTest {

    private static EdgeServer server;

    @BeforeAll
    static void start() {
        server = new EdgeServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> make(String caller, String key, String form)
            throws IOException, InterruptedException {
        String token = server.tokens().issue(caller, "", LoginTokens.ADMIN, "password", List.of());
        return server.send(server.request("/probe/make")
                .header("Authorization", token)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static HttpResponse<String> make(String key, String form) throws IOException, InterruptedException {
        return make("root", key, form);
    }

    private static boolean isReplay(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Idempotent-Replayed")
                .filter("true"::equals)
                .isPresent();
    }

    @Test
    void aRepetitionIsAnsweredAsBeforeAndSaysSo() throws Exception {
        HttpResponse<String> first = make("again", "a=1&b=2");
        HttpResponse<String> second = make("\"again\"", "b=2&a=1");

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(second.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(isReplay(first)).isFalse();
        assertThat(isReplay(second)).isTrue();
        assertThat(server.audit().rows()).contains("POST /probe/make true");
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() throws Exception {
        make("other", "a=1");

        HttpResponse<String> answer = make("other", "a=2");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"code\": 905", "belongs to another request");
    }

    @Test
    void theKeyOfAnotherCallerIsAnotherKey() throws Exception {
        HttpResponse<String> first = make("root", "shared", "a=1");
        HttpResponse<String> second = make("toor", "shared", "a=1");

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isNotEqualTo(first.body());
        assertThat(isReplay(second)).isFalse();
    }

    @Test
    void whoHasLostTheRightIsNotAnsweredAsBefore() throws Exception {
        make("right", "forbidden=1");

        assertThat(make("right", "forbidden=1").statusCode()).isEqualTo(403);
    }

    @Test
    void aRefusalLeavesTheKeyFree() throws Exception {
        assertThat(make("refused", "refused=1").statusCode()).isEqualTo(400);
        HttpResponse<String> again = make("refused", "refused=1");
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(isReplay(again)).isFalse();
        assertThat(make("refused", "").statusCode()).isEqualTo(200);
    }

    @Test
    void whoComesWhileTheFirstIsAtWorkIsToldSo() throws Exception {
        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> {
            try {
                return make("busy", "waits=1");
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException(failed);
            }
        });
        server.post("/probe/await", "");

        HttpResponse<String> second = make("busy", "waits=1");
        server.post("/probe/go", "");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("is being worked on");
        String answer = first.join().body();
        assertThat(make("busy", "waits=1").body()).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"\"", "a b", "a,b", "\"a\", \"b\"", "\"a\"b", "a\"b", "\"a\\b\"", "ü"})
    void aMalformedKeyIsRefused(String key) throws Exception {
        String token = server.tokens().issue("root", "", LoginTokens.ADMIN, "password", List.of());
        String answer = server.raw("POST /probe/make HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                + token + "\r\nIdempotency-Key: " + key + "\r\nContent-Length: 0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("The header Idempotency-Key must be one text");
    }

    @Test
    void aKeyHasAtMost255Characters() throws Exception {
        assertThat(make("k".repeat(255), "").statusCode()).isEqualTo(200);
        assertThat(make("k".repeat(256), "").statusCode()).isEqualTo(400);
        assertThat(make("\"" + "\\\"".repeat(255) + "\"; a=1", "").statusCode()).isEqualTo(200);
    }

    @Test
    void whereTheRouteKnowsNoKeysTheHeaderSaysNothing() throws Exception {
        HttpResponse<String> answer = server.send(server.request("/probe/echo").header("Idempotency-Key", "a,,b"));

        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
