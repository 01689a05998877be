package org.symbolon.connectors.firebase;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.symbolon.command.secret.NativeCrypto;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Google, as far as a server needs it to reach telephones: gives tokens to a service account that proves itself by a JWT (RFC 7523), and
 * takes messages of whoever has one.
 */
public final class FirebaseDouble implements AutoCloseable {

    public static final String PROJECT = "a-project";
    public static final String EMAIL = "push@a-project.iam.gserviceaccount.com";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SCOPE = "https://www.googleapis.com/auth/firebase.messaging";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final KeyPair KEYS = NativeCrypto.rsaPair(2048, new SecureRandom());

    private final HttpServer server;
    private final AtomicInteger granted = new AtomicInteger();
    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile long validSeconds = 3599;
    private volatile String valid = "";
    private volatile Duration ahead = Duration.ZERO;

    public FirebaseDouble() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "firebase-double");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/token", this::grant);
        server.createContext("/v1/projects/" + PROJECT + "/messages:send", this::take);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Writes the file of the service account that is known here. */
    public void writeAccount(Path file) {
        write(file, KEYS);
    }

    /** The same of one that says to be it. */
    void writeForgedAccount(Path file) {
        write(file, NativeCrypto.rsaPair(2048, new SecureRandom()));
    }

    private void write(Path file, KeyPair pair) {
        String key = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPrivate().getEncoded());
        Map<String, String> account = Map.of(
                "type",
                "service_account",
                "project_id",
                PROJECT,
                "private_key_id",
                "key-1",
                "private_key",
                "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n",
                "client_email",
                EMAIL,
                "token_uri",
                address() + "/token");
        try {
            Files.writeString(file, JSON.writeValueAsString(account));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void grant(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> form = new HashMap<>();
            for (String part : new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("&", -1)) {
                String[] named = part.split("=", 2);
                form.put(named[0], URLDecoder.decode(named[1], UTF_8));
            }
            if (!GRANT.equals(form.get("grant_type")) || !isProven(form.get("assertion"))) {
                faults.add("an assertion that proves nothing");
                answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
                return;
            }
            valid = "token-" + granted.incrementAndGet();
            answer(
                    exchange,
                    200,
                    JSON.writeValueAsString(
                            Map.of("access_token", valid, "expires_in", validSeconds, "token_type", "Bearer")));
        }
    }

    private boolean isProven(String assertion) {
        String[] parts = assertion.split("\\.", -1);
        JsonNode header = read(parts[0]);
        JsonNode claims = read(parts[1]);
        long now = Instant.now().plus(ahead).getEpochSecond();
        return header.path("alg").asString("").equals("RS256")
                && header.path("typ").asString("").equals("JWT")
                && header.path("kid").asString("").equals("key-1")
                && claims.path("iss").asString("").equals(EMAIL)
                && claims.path("scope").asString("").equals(SCOPE)
                && claims.path("aud").asString("").equals(address() + "/token")
                && Math.abs(claims.path("iat").asLong() - now) < 60
                && claims.path("exp").asLong() - claims.path("iat").asLong() <= 3600
                && isSigned(parts[0] + "." + parts[1], Base64.getUrlDecoder().decode(parts[2]));
    }

    private static JsonNode read(String part) {
        return JSON.readTree(Base64.getUrlDecoder().decode(part));
    }

    private static boolean isSigned(String text, byte[] signature) {
        try {
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(KEYS.getPublic());
            check.update(text.getBytes(UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException wrong) {
            return false;
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            if (!("Bearer " + valid).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 401, "{\"error\": {\"status\": \"UNAUTHENTICATED\"}}");
                return;
            }
            if (status == 200) {
                messages.add(JSON.readTree(body).path("message"));
            }
            answer(exchange, status, "{\"name\": \"nonsense\"}");
        }
    }

    private static void answer(HttpExchange exchange, int code, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    public void answers(int code) {
        status = code;
    }

    void grantsFor(long seconds) {
        validSeconds = seconds;
    }

    /** Its clock goes that much faster. */
    void isAhead(Duration other) {
        ahead = other;
    }

    /** The tokens that were given are good for nothing any more. */
    void revokes() {
        valid = "none";
    }

    int granted() {
        return granted.get();
    }

    /** What was taken so far. */
    public List<JsonNode> messages() {
        return List.copyOf(messages);
    }

    /** The data of the last message to this telephone. */
    public Map<String, String> lastTo(String telephone) {
        Map<String, String> data = new HashMap<>();
        for (JsonNode message : messages) {
            if (message.path("token").asString("").equals(telephone)) {
                data.clear();
                message.path("data")
                        .properties()
                        .forEach(one -> data.put(one.getKey(), one.getValue().asString()));
            }
        }
        return data;
    }

    /** What should not have come. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
