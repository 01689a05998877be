package org.symbolon.connectors.yubico;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import org.symbolon.command.tokentype.yubico.port.YubicoRequest;
import org.symbolon.command.tokentype.yubico.port.YubicoService;
import org.symbolon.command.tokentype.yubico.port.YubicoUnavailableException;
import org.symbolon.connectors.network.BoundedHttp;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.connectors.network.NetworkTrouble;
import org.symbolon.connectors.network.WaitingRoom;
import org.symbolon.connectors.network.WebAddress;

/** Asks Yubico's service over HTTP, in the caller's thread. Its certificate must hold. */
public final class HttpYubicoService implements YubicoService {

    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final BoundedHttp.Way CHECKED = new BoundedHttp.Way(true, Optional.empty());

    private final BoundedHttp http;
    private final WaitingRoom room;
    private final Duration patience;

    public HttpYubicoService(BoundedHttp http, WaitingRoom room, Duration patience) {
        this.http = http;
        this.room = room;
        this.patience = patience;
    }

    @Override
    public String ask(YubicoRequest request) {
        URI address = WebAddress.read(request.url())
                .filter(found -> found.getUserInfo() == null)
                .orElseThrow(() -> new YubicoUnavailableException("the address of the settings", "cannot be asked"));
        String host = WebAddress.host(address);
        return room.ask(
                host,
                () -> answer(sent(request, address), host),
                () -> new YubicoUnavailableException(host, "keeps too many waiting"));
    }

    private String answer(HttpRequest request, String host) {
        try {
            return http.ask(request, CHECKED, Deadline.in(patience)).text();
        } catch (IOException failed) {
            throw new YubicoUnavailableException(host, NetworkTrouble.of(failed).words());
        }
    }

    private static HttpRequest sent(YubicoRequest request, URI address) {
        String form = WebAddress.form(request.fields());
        HttpRequest.Builder sent = request.byPost()
                ? HttpRequest.newBuilder(address)
                        .setHeader("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                : HttpRequest.newBuilder(withQuery(address, form));
        return sent.setHeader("User-Agent", "Symbolon").build();
    }

    private static URI withQuery(URI address, String form) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        String own = address.getRawQuery() == null ? "" : address.getRawQuery() + "&";
        return URI.create(address.getScheme() + "://" + WebAddress.host(address) + path + "?" + own + form);
    }
}
