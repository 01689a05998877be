package org.symbolon.connectors.eventhandler;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.symbolon.command.eventhandler.port.OutsideFailedException;
import org.symbolon.command.eventhandler.port.WebHooks;
import org.symbolon.connectors.network.AddressRefusedException;
import org.symbolon.connectors.network.BoundedHttp;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.connectors.network.NetworkTrouble;
import org.symbolon.connectors.network.WebAddress;
import org.symbolon.events.shared.Secret;

/** Posts to programs elsewhere over HTTP. A log-in in the address goes into the header that is there for it. */
public final class HttpWebHooks implements WebHooks {

    /** As long as eduMFA waits. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Pattern LOGIN = Pattern.compile("//[^/@]*@");
    private static final int REFUSED = 400;
    private static final int TOO_MANY = 429;
    private static final int FAILED = 500;

    private final BoundedHttp http;
    private final Duration patience;

    public HttpWebHooks(BoundedHttp http, Duration patience) {
        this.http = http;
        this.patience = patience;
    }

    @Override
    public void post(String id, Secret address, String type, Secret body) throws OutsideFailedException {
        URI place = WebAddress.read(address.reveal())
                .orElseThrow(() -> OutsideFailedException.forGood("the address of the web hook is none"));
        int status = status(request(id, place, type, body), WebAddress.host(place));
        if (status >= FAILED || status == TOO_MANY) {
            throw OutsideFailedException.forNow("the web hook answers with " + status);
        }
        if (status >= REFUSED) {
            throw OutsideFailedException.forGood("the web hook answers with " + status);
        }
    }

    private static HttpRequest request(String id, URI place, String type, Secret body) throws OutsideFailedException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(withoutLogin(place))
                    .setHeader("Content-Type", type)
                    .setHeader("User-Agent", "Symbolon")
                    .setHeader("Idempotency-Key", id);
            if (place.getUserInfo() != null) {
                byte[] login = place.getUserInfo().getBytes(StandardCharsets.UTF_8);
                request.setHeader(
                        "Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
            }
            return request.POST(HttpRequest.BodyPublishers.ofString(body.reveal()))
                    .build();
        } catch (IllegalArgumentException malformed) {
            throw OutsideFailedException.forGood("the web hook cannot be called so");
        }
    }

    private static URI withoutLogin(URI place) {
        return URI.create(LOGIN.matcher(place.toString()).replaceFirst("//"));
    }

    private int status(HttpRequest request, String host) throws OutsideFailedException {
        try {
            return http.ask(request, new BoundedHttp.Way(true, Optional.empty()), Deadline.in(patience))
                    .status();
        } catch (AddressRefusedException refused) {
            throw OutsideFailedException.forGood("the web hook " + host + " is at an address that is not allowed");
        } catch (IOException failed) {
            throw OutsideFailedException.forNow(
                    "the web hook " + host + " " + NetworkTrouble.of(failed).words());
        }
    }
}
