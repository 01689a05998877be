package org.symbolon.endtoend.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A client as the plug-ins are: it knows the wire, and nothing of what lies behind it. */
public final class ApiClient {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** One for all, since each has a selector of its own; what is done at once needs no further threads. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Runnable::run)
            .build();

    private final int port;
    private final String token;
    private final Map<String, String> headers;

    /** A client that is not logged in. */
    public ApiClient(int port) {
        this(port, "");
    }

    private ApiClient(int port, String token) {
        this(port, token, Map.of());
    }

    private ApiClient(int port, String token, Map<String, String> headers) {
        this.port = port;
        this.token = token;
        this.headers = headers;
    }

    public static ApiClient loggedIn(int port, String name, String password) {
        Answer answer = new ApiClient(port).post("/auth", "username", name, "password", password);
        if (answer.status() != 200) {
            throw new IllegalStateException("Not logged in: " + answer.body());
        }
        return new ApiClient(port, (String) answer.valueMap().get("token"));
    }

    /** Where the server is, for others that are to ask it. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** The log-in token, for requests that no proper client would send. */
    public String token() {
        return token;
    }

    /** The same user's client of a server elsewhere that has the same keys. */
    public ApiClient at(int otherPort) {
        return new ApiClient(otherPort, token);
    }

    /** The same client, with another program's name. */
    public ApiClient as(String userAgent) {
        return with("User-Agent", userAgent);
    }

    /** The same client, as a browser that shows a page of this origin. */
    public ApiClient from(String origin) {
        return with("Origin", origin);
    }

    /** The same client, each of whose requests is to be done once under this key. */
    public ApiClient once(String key) {
        return with("Idempotency-Key", key);
    }

    private ApiClient with(String header, String text) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, text);
        return new ApiClient(port, token, Map.copyOf(more));
    }

    /** A client with this log-in token, whatever it is worth. */
    public ApiClient bearing(String otherToken) {
        return new ApiClient(port, otherToken, headers);
    }

    public Answer get(String path, String... parameters) {
        return send(get(query(path, parameters)));
    }

    public Answer post(String path, String... parameters) {
        return send(posting(path, parameters));
    }

    /** With a body of one's own. */
    public Answer post(String path, String contentType, byte[] body) {
        return send(request(path, "POST", BodyPublishers.ofByteArray(body)).header("Content-Type", contentType));
    }

    /** With a file by the name {@code file}. */
    public Answer upload(String path, String content, String... parameters) {
        StringBuilder body = new StringBuilder();
        for (int index = 0; index < parameters.length; index += 2) {
            body.append("--x\r\nContent-Disposition: form-data; name=\"" + parameters[index] + "\"\r\n\r\n"
                    + parameters[index + 1] + "\r\n");
        }
        body.append("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n" + content
                + "\r\n--x--\r\n");
        return post(path, "multipart/form-data; boundary=x", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    public Answer delete(String path) {
        return send(request(path, "DELETE", BodyPublishers.noBody()));
    }

    public Answer send(String method, String path) {
        return send(request(path, method, BodyPublishers.noBody()));
    }

    /** A request that was put together elsewhere, be it good or bad. */
    public Answer send(WireRequest wanted) {
        HttpRequest.Builder request =
                request(wanted.path(), wanted.method(), BodyPublishers.ofByteArray(wanted.body()));
        return send(wanted.contentType().isEmpty() ? request : request.header("Content-Type", wanted.contentType()));
    }

    /** Whether this user or serial may log in with this. */
    public Answer check(String subject, String name, String pass) {
        return post("/validate/check", subject, name, "pass", pass);
    }

    /** Checks without waiting for the answer, and runs the action when there is one or will be none. */
    public CompletableFuture<Answer> checkSoon(String serial, String pass, Runnable whenOver) {
        HttpRequest request =
                posting("/validate/check", "serial", serial, "pass", pass).build();
        return HTTP.sendAsync(request, BodyHandlers.ofString())
                .thenApply(Answer::of)
                .whenComplete((answer, failure) -> whenOver.run());
    }

    /** Enrols a HOTP token with this seed. */
    public Answer enrolHotp(String serial, String seed, String pin, String... more) {
        List<String> parameters =
                new ArrayList<>(List.of("type", "hotp", "serial", serial, "otpkey", seed, "pin", pin));
        parameters.addAll(List.of(more));
        return post("/token/init", parameters.toArray(String[]::new));
    }

    private HttpRequest.Builder posting(String path, String... parameters) {
        return request(path, "POST", BodyPublishers.ofString(form(parameters))).header("Content-Type", FORM);
    }

    private HttpRequest.Builder get(String path) {
        return request(path, "GET", BodyPublishers.noBody());
    }

    private HttpRequest.Builder request(String path, String method, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .method(method, body);
        headers.forEach(request::header);
        return token.isEmpty() ? request : request.header("Authorization", token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String query(String path, String... parameters) {
        return parameters.length == 0 ? path : path + "?" + form(parameters);
    }

    public static String[] joined(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    public static String form(String... namesAndValues) {
        List<String> pairs = new ArrayList<>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            pairs.add(encoded(namesAndValues[index]) + "=" + encoded(namesAndValues[index + 1]));
        }
        return String.join("&", pairs);
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
