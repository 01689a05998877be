package org.symbolon.endtoend.web;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The protocol that a page of a browser is driven by: commands with numbers, their results, and what the page reports. */
final class DevTools implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int PATIENCE_SECONDS = 60;

    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final StringBuilder received = new StringBuilder();
    private WebSocket socket;

    private DevTools() {}

    static DevTools connect(URI address) {
        DevTools tools = new DevTools();
        tools.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, tools)
                .orTimeout(PATIENCE_SECONDS, SECONDS)
                .join();
        tools.command("Page.enable");
        tools.command("Runtime.enable");
        tools.command("Log.enable");
        return tools;
    }

    /** The parameters are names, each followed by its value. */
    JsonNode command(String method, Object... parameters) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int index = 0; index < parameters.length; index += 2) {
            named.put((String) parameters[index], parameters[index + 1]);
        }
        int number = numbers.incrementAndGet();
        CompletableFuture<JsonNode> result = new CompletableFuture<>();
        awaited.put(number, result);
        socket.sendText(MAPPER.writeValueAsString(Map.of("id", number, "method", method, "params", named)), true)
                .join();
        return result.orTimeout(PATIENCE_SECONDS, SECONDS).join();
    }

    List<String> complaints() {
        return complaints;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        received.append(part);
        if (last) {
            take(MAPPER.readTree(received.toString()));
            received.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void take(JsonNode message) {
        if (message.has("id")) {
            awaited.remove(message.get("id").asInt()).complete(message.path("result"));
            return;
        }
        String method = message.path("method").asString("");
        if (method.equals("Runtime.exceptionThrown") || isError(message)) {
            complaints.add(message.get("params").toString());
        }
    }

    /** What the server refuses is reported as an error of the network; that is the test's own business. */
    private static boolean isError(JsonNode message) {
        JsonNode entry = message.at("/params/entry");
        return entry.path("level").asString("").equals("error")
                && !entry.path("source").asString("").equals("network");
    }

    @Override
    public void close() {
        socket.abort();
    }
}
