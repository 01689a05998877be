package org.symbolon.connectors.eventhandler;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.command.eventhandler.port.FederatedServers;
import org.symbolon.command.eventhandler.port.OutsideFailedException;
import org.symbolon.command.remoteserver.port.RemotePaths;
import org.symbolon.command.remoteserver.port.RemotePeer;
import org.symbolon.connectors.network.BoundedHttp;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.connectors.network.NetworkTrouble;
import org.symbolon.connectors.network.WaitingRoom;
import org.symbolon.connectors.network.WebAddress;
import org.symbolon.events.shared.Secret;

/** Passes requests on over HTTP, in the thread of who sent them, and only so many at once. */
public final class HttpFederation implements FederatedServers {

    /** Less than anybody waits for an answer of his own. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String POST = "POST";

    private final RemotePaths servers;
    private final BoundedHttp http;
    private final WaitingRoom room;
    private final Duration patience;

    public HttpFederation(RemotePaths servers, BoundedHttp http, WaitingRoom room, Duration patience) {
        this.servers = servers;
        this.http = http;
        this.room = room;
        this.patience = patience;
    }

    /** Carries the exception through where only unchecked ones may pass. */
    private static final class Unanswered extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient OutsideFailedException failure;

        Unanswered(String host, String trouble) {
            super(null, null, false, false);
            failure = OutsideFailedException.forNow("the server " + host + " " + trouble);
        }
    }

    @Override
    public Answered pass(Passed request) throws OutsideFailedException {
        RemotePeer peer = servers.find(request.server(), encodedPath(request.path()))
                .orElseThrow(() -> OutsideFailedException.forGood("there is no server " + request.server()));
        URI place = WebAddress.read(peer.address())
                .filter(found -> found.getUserInfo() == null)
                .orElseThrow(() -> OutsideFailedException.forGood("the server has no sound address"));
        String host = WebAddress.host(place);
        try {
            return room.ask(
                    host,
                    () -> answered(request, place, peer.checked()),
                    () -> new Unanswered(host, "keeps too many waiting"));
        } catch (Unanswered unanswered) {
            throw unanswered.failure;
        }
    }

    private static String encodedPath(String path) {
        return Stream.of(path.split("/", -1)).map(HttpFederation::encoded).collect(Collectors.joining("/"));
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, UTF_8).replace("+", "%20");
    }

    private Answered answered(Passed request, URI place, boolean checked) {
        String host = WebAddress.host(place);
        try {
            BoundedHttp.Answer answer = http.ask(
                    sent(request, place), new BoundedHttp.Way(checked, Optional.empty()), Deadline.in(patience));
            return new Answered(answer.status(), Secret.of(answer.text()), place.toString());
        } catch (IOException failed) {
            throw new Unanswered(host, NetworkTrouble.of(failed).words());
        }
    }

    private static HttpRequest sent(Passed request, URI place) {
        Map<String, String> fields = new TreeMap<>();
        request.parameters().forEach((name, value) -> fields.put(name, value.reveal()));
        boolean inBody = request.method().equals(POST);
        String form = WebAddress.form(fields);
        URI whole = inBody || form.isEmpty() ? place : URI.create(place + "?" + form);
        HttpRequest.Builder sent = HttpRequest.newBuilder(whole).setHeader("User-Agent", "Symbolon");
        if (!request.login().isEmpty()) {
            sent.setHeader("Authorization", request.login().reveal());
        }
        if (inBody) {
            sent.setHeader("Content-Type", "application/x-www-form-urlencoded");
            return sent.POST(HttpRequest.BodyPublishers.ofString(form)).build();
        }
        return sent.method(request.method(), HttpRequest.BodyPublishers.noBody())
                .build();
    }
}
