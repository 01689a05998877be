package org.symbolon.endtoend.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.symbolon.endtoend.harness.Patience;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that is told facts by a webhook, and can be killed and started again. */
final class Hook implements AutoCloseable {

    static final String SECRET = "the-secret-of-the-hook-of-tests";

    private static final JsonMapper JSON = new JsonMapper();

    private final List<JsonNode> taken = new ArrayList<>();
    private final AtomicInteger under = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private int port;
    private volatile boolean silent;

    Hook() {
        start();
    }

    void start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        port = server.getAddress().getPort();
        server.createContext("/", this::take);
        server.setExecutor(threads);
        silent = false;
        server.start();
    }

    /** Whoever is about to be answered is not. */
    void kill() {
        silent = true;
        server.stop(0);
    }

    String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isTaken(exchange)) {
                exchange.sendResponseHeaders(401, -1);
            } else if (!silent) {
                exchange.sendResponseHeaders(204, -1);
            }
        }
    }

    /** No more under way when it is answered: whoever has the answer may send the next one at once. */
    private boolean isTaken(HttpExchange exchange) throws IOException {
        mostAtOnce.accumulateAndGet(under.incrementAndGet(), Math::max);
        try {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean signed = isSigned(exchange, body);
            if (signed) {
                synchronized (taken) {
                    JSON.readTree(body).forEach(taken::add);
                }
            }
            return signed;
        } finally {
            under.decrementAndGet();
        }
    }

    private static boolean isSigned(HttpExchange exchange, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String before = exchange.getRequestHeaders().getFirst("webhook-id") + "."
                    + exchange.getRequestHeaders().getFirst("webhook-timestamp") + ".";
            mac.update(before.getBytes(StandardCharsets.UTF_8));
            String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
            return expected.equals(exchange.getRequestHeaders().getFirst("webhook-signature"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    List<JsonNode> taken() {
        synchronized (taken) {
            return List.copyOf(taken);
        }
    }

    /** How many batches it was sent at the same time, at most. */
    int mostAtOnce() {
        return mostAtOnce.get();
    }

    JsonNode await(Predicate<JsonNode> wanted) {
        JsonNode[] found = {null};
        Patience.until("the fact came", () -> {
            found[0] = taken().stream().filter(wanted).findFirst().orElse(null);
            return found[0] != null;
        });
        return found[0];
    }

    static Predicate<JsonNode> about(String kind, String serial) {
        return fact -> fact.path("type").asString().equals("org.symbolon." + kind)
                && fact.path("data").path("serial").asString("").equals(serial);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
