package org.symbolon.api.auth;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.events.shared.Network;

/**
 * Log-ins that a web server in front has checked, which names the user in the header {@code Remote-User}. Anybody can send that
 * header, so it counts only from the addresses of the setting {@code symbolon.remote-user-proxies}, and there only as far as
 * policies say so.
 */
@Component
public class RemoteUsers {

    private final List<Network> trusted;

    public RemoteUsers(@Value("${symbolon.remote-user-proxies:}") List<String> trusted) {
        this.trusted = trusted.stream()
                .map(String::strip)
                .filter(network -> !network.isEmpty())
                .map(RemoteUsers::network)
                .toList();
    }

    private static Network network(String text) {
        return Network.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "symbolon.remote-user-proxies: '" + text + "' is neither an address nor a network"));
    }

    /** Whether a web server that is trusted says that this is who it has checked. */
    boolean names(ApiRequest request, String username) {
        return !trusted.isEmpty()
                && request.header("Remote-User").filter(username::equals).isPresent()
                && trusted.stream().anyMatch(network -> network.contains(request.peer()));
    }
}
