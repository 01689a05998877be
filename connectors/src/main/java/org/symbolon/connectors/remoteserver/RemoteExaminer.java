package org.symbolon.connectors.remoteserver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.symbolon.command.examination.port.Examiner;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.remoteserver.port.RemotePeer;
import org.symbolon.connectors.network.BoundedHttp;
import org.symbolon.connectors.network.WebAddress;

/** Goes to the door of other servers of this kind: a log-in there would be counted, and could lock somebody's token. */
public final class RemoteExaminer implements Examiner<RemotePeer> {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BoundedHttp http;

    public RemoteExaminer(BoundedHttp http) {
        this.http = http;
    }

    @Override
    public List<Finding> examine(RemotePeer peer) {
        return WebAddress.read(peer.address())
                .filter(address -> address.getUserInfo() == null)
                .map(address -> {
                    List<Finding> findings = new ArrayList<>(
                            http.examine(address, new BoundedHttp.Way(peer.checked(), Optional.empty()), PATIENCE));
                    if (address.getScheme().equalsIgnoreCase("http")) {
                        findings.add(Finding.warning(
                                "Log-ins cross the network in clear: give it an address with https://"));
                    }
                    return List.copyOf(findings);
                })
                .orElseGet(() ->
                        List.of(Finding.failed("It has no sound address: give it a URL with a host and no user")));
    }
}
