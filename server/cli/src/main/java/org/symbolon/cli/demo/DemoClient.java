package org.symbolon.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the server over its REST API, as any plug-in would, and tells what it sends. */
final class DemoClient {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(PATIENCE)
            .build();
    private final String address;
    private final Consumer<String> log;
    private String token = "";

    DemoClient(String address, Consumer<String> log) {
        this.address = address;
        this.log = log;
    }

    /** What comes after this is sent as the one who has logged in; the answer is his role. */
    String logIn(String username, String password) {
        JsonNode value = post("/auth", Map.of("username", username, "password", password))
                .path("result")
                .path("value");
        token = value.path("token").asString("");
        return value.path("role").asString("");
    }

    /** The whole answer to a request that must succeed. */
    JsonNode get(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
        return send(
                "GET",
                path,
                parameters,
                request(path + (parameters.isEmpty() ? "" : query)).GET());
    }

    /** The whole answer to a request that must succeed. */
    JsonNode post(String path, Map<String, String> parameters) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(parameters)));
        return send("POST", path, parameters, request);
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + pathAndQuery))
                .timeout(PATIENCE)
                .header("User-Agent", "symbolon-demo");
        return token.isEmpty() ? request : request.header("Authorization", token);
    }

    private JsonNode send(String method, String path, Map<String, String> parameters, HttpRequest.Builder request) {
        log.accept(method + " " + path + shown(parameters));
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            JsonNode answer = JSON.readTree(response.body());
            UnexpectedException.unless(
                    answer.path("result").path("status").asBoolean(false),
                    "the server answers %d: %s"
                            .formatted(
                                    response.statusCode(),
                                    answer.path("result")
                                            .path("error")
                                            .path("message")
                                            .asString(response.body())));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnexpectedException("interrupted while waiting for the server");
        }
    }

    private static String shown(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry ->
                        " " + entry.getKey() + "=" + (entry.getKey().equals("password") ? "***" : entry.getValue()))
                .collect(Collectors.joining());
    }
}
