package org.symbolon.connectors.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.symbolon.connectors.UserStoreContract.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A server with people behind an API, which hands out tokens and wants them to be shown. What it is asked it remembers. */
public abstract class ApiDouble implements AutoCloseable {

    /** What it was asked. */
    record Asked(String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

        JsonNode json() {
            return WebParameters.JSON.readTree(body);
        }

        Map<String, String> form() {
            return parameters(body);
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    /** What it answers. */
    record Reply(int status, String body, Map<String, String> headers) {

        static Reply of(int status, JsonNode body) {
            return new Reply(status, body.toString(), Map.of());
        }

        static Reply empty(int status) {
            return new Reply(status, "", Map.of());
        }
    }

    static {
        // Its answers would wait for acknowledgements of what went before, 40 ms each.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    final Map<String, ObjectNode> users = new LinkedHashMap<>();
    final Map<String, String> passwords = new LinkedHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final String scheme;
    private volatile Optional<Reply> always = Optional.empty();
    private volatile boolean closed;
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile int secondsOfTokens = 3600;

    ApiDouble() {
        this(Optional.empty());
    }

    ApiDouble(Optional<SSLContext> tls) {
        try {
            InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            server = tls.isPresent() ? HttpsServer.create(here, 0) : HttpServer.create(here, 0);
            tls.ifPresent(context -> ((HttpsServer) server).setHttpsConfigurator(new HttpsConfigurator(context)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        scheme = tls.isPresent() ? "https" : "http";
        server.createContext("/", this::meet);
        server.start();
    }

    private void meet(HttpExchange exchange) throws IOException {
        try (exchange) {
            Asked question = asked(exchange);
            asked.add(question);
            Reply reply = always.orElseGet(() -> replySafely(question));
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = reply.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized Reply replySafely(Asked question) {
        return reply(question);
    }

    private static Asked asked(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                parameters(query),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    }

    private static Map<String, String> parameters(String encoded) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    abstract Reply reply(Asked question);

    /** How it describes somebody. */
    abstract ObjectNode described(String id, Map<String, String> attributes);

    final void fill(List<Person> people) {
        people.forEach(person -> add(person.attributes(), person.password()));
    }

    /** One more user; the password is null if he has none. */
    public final void add(Map<String, String> attributes, String password) {
        String id = idOf(attributes.get("username"), users.size() + 1);
        users.put(id, described(id, attributes));
        if (password != null) {
            passwords.put(id, password);
        }
    }

    String idOf(String login, int number) {
        return "00000000-0000-0000-0000-00000000000" + number;
    }

    public final String base() {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }

    final List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** What it was asked by these methods on paths that have this in them. */
    final List<Asked> asked(String method, String part) {
        return asked.stream()
                .filter(one -> one.method().equals(method) && one.path().contains(part))
                .toList();
    }

    final void forgetWhatWasAsked() {
        asked.clear();
    }

    /** From now on. */
    final void answersAlways(Reply reply) {
        always = Optional.of(reply);
    }

    final void answersAsUsual() {
        always = Optional.empty();
    }

    final void handsOutTokensFor(int seconds) {
        secondsOfTokens = seconds;
    }

    /** From now on none that were handed out before are good. */
    final void takesTokensBack() {
        tokens.incrementAndGet();
    }

    /** From now on no token is good, not even a new one. */
    final void letsNobodyIn() {
        closed = true;
    }

    final Reply token() {
        ObjectNode token = object().put("access_token", "token-" + tokens.incrementAndGet());
        return Reply.of(200, secondsOfTokens == 0 ? token : token.put("expires_in", secondsOfTokens));
    }

    final boolean isLetIn(Asked question) {
        return !closed && question.header("Authorization").equals("Bearer token-" + tokens);
    }

    final Optional<String> idWith(String field, String value) {
        return users.entrySet().stream()
                .filter(user -> WebParameters.text(user.getValue().path(field)).equalsIgnoreCase(value))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    final boolean isPassword(Optional<String> id, String password) {
        return id.map(passwords::get).filter(password::equals).isPresent();
    }

    static ArrayNode array(List<? extends JsonNode> nodes) {
        ArrayNode array = WebParameters.JSON.createArrayNode();
        nodes.forEach(array::add);
        return array;
    }

    static ObjectNode object() {
        return WebParameters.JSON.createObjectNode();
    }

    static <T> List<T> page(List<T> all, int begin, int size) {
        return all.stream().skip(begin).limit(size).collect(Collectors.toList());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
