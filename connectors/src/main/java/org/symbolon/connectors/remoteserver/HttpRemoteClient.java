package org.symbolon.connectors.remoteserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.symbolon.command.remoteserver.port.RemoteAnswer;
import org.symbolon.command.remoteserver.port.RemoteClient;
import org.symbolon.command.remoteserver.port.RemotePeer;
import org.symbolon.command.remoteserver.port.RemoteRequest;
import org.symbolon.command.remoteserver.port.RemoteUnavailableException;
import org.symbolon.connectors.network.BoundedHttp;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.connectors.network.NetworkTrouble;
import org.symbolon.connectors.network.WaitingRoom;
import org.symbolon.connectors.network.WebAddress;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks other servers over HTTP, in the caller's thread, and reads what of their answers eduMFA and privacyIDEA have alike. */
public final class HttpRemoteClient implements RemoteClient {

    /** As long as eduMFA waits: that server may be asking somebody, too. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String TRANSACTION = "transaction_id";
    private static final String TRANSACTION_ID = "[0-9A-Za-z-]{1,64}";
    private static final JsonMapper JSON = new JsonMapper();

    private final BoundedHttp http;
    private final WaitingRoom room;
    private final Duration patience;

    public HttpRemoteClient(BoundedHttp http, WaitingRoom room, Duration patience) {
        this.http = http;
        this.room = room;
        this.patience = patience;
    }

    @Override
    public RemoteAnswer ask(RemotePeer peer, RemoteRequest request) {
        URI address = WebAddress.read(peer.address())
                .filter(found -> found.getUserInfo() == null)
                .orElseThrow(() -> new RemoteUnavailableException("of a token or definition", "has no sound address"));
        String host = WebAddress.host(address);
        return room.ask(
                host,
                () -> ask(address, peer.checked(), request),
                () -> new RemoteUnavailableException(host, "keeps too many waiting"));
    }

    private RemoteAnswer ask(URI address, boolean checked, RemoteRequest request) {
        HttpRequest sent = HttpRequest.newBuilder(address)
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .setHeader("User-Agent", "Symbolon")
                .POST(HttpRequest.BodyPublishers.ofString(form(request)))
                .build();
        try {
            BoundedHttp.Answer answer =
                    http.ask(sent, new BoundedHttp.Way(checked, Optional.empty()), Deadline.in(patience));
            return answer.status() == RemoteAnswer.Refused.DECIDED
                    ? read(answer.text(), address)
                    : new RemoteAnswer.Refused(answer.status());
        } catch (IOException failed) {
            throw unavailable(address, NetworkTrouble.of(failed));
        }
    }

    private static RemoteUnavailableException unavailable(URI address, NetworkTrouble trouble) {
        return new RemoteUnavailableException(WebAddress.host(address), trouble.words());
    }

    /** Servers of this kind decode what a program like this one sends once more than forms are. */
    private static String form(RemoteRequest request) {
        Map<String, String> fields = new TreeMap<>(request.who());
        fields.put("pass", request.pass().reveal());
        request.transactionId().ifPresent(known -> fields.put(TRANSACTION, known));
        fields.replaceAll((name, value) -> URLEncoder.encode(value, UTF_8).replace("+", "%20"));
        return WebAddress.form(fields);
    }

    private static RemoteAnswer read(String text, URI address) {
        JsonNode answer = parsed(text, address);
        JsonNode value = answer.path("result").path("value");
        if (!value.isBoolean()) {
            throw unavailable(address, NetworkTrouble.BROKEN_OFF);
        }
        JsonNode detail = answer.path("detail");
        if (value.asBoolean()) {
            return new RemoteAnswer.Accepted(text(detail, "serial"));
        }
        String transaction = text(detail, TRANSACTION);
        String outcome = text(answer.path("result"), "authentication");
        boolean asks = outcome.equals("CHALLENGE") || outcome.isEmpty();
        return asks && transaction.matches(TRANSACTION_ID)
                ? new RemoteAnswer.Challenged(text(detail, "message"), transaction)
                : new RemoteAnswer.Refused(RemoteAnswer.Refused.DECIDED);
    }

    private static JsonNode parsed(String text, URI address) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException nonsense) {
            throw unavailable(address, NetworkTrouble.BROKEN_OFF);
        }
    }

    private static String text(JsonNode node, String name) {
        JsonNode found = node.path(name);
        return found.isString() ? found.asString() : "";
    }
}
