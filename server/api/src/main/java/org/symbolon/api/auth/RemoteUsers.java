package org.symbolon.api.auth;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.events.shared.Network;

/**
 * Log-ins that a web server in front has checked, which names the user in the header {@code Remote-User}. Anybody can send that
 * header, so it counts only from the addresses of the setting {@code symbolon.remote-user-proxies}, and there only as far as
 * policies say so.
 */
@Component
public class RemoteUsers {

    private static final String HEADER = "Remote-User";

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

    /**
     * Whether a web server that is trusted says that this is who it has checked.
     *
     * @throws ApiException 905 if it says so twice: one of the lines may be the client's own
     */
    boolean names(ApiRequest request, String username) {
        if (trusted.stream().noneMatch(network -> network.contains(request.peer()))) {
            return false;
        }
        List<String> lines = request.headers().all(HEADER);
        if (lines.size() > 1) {
            throw ApiException.parameter("The request has more than one header line " + HEADER + ".");
        }
        return lines.contains(username);
    }
}
