package org.symbolon.connectors.feed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.HostResolver;
import org.symbolon.connectors.network.AddressGuard;
import org.symbolon.connectors.network.AddressRefusedException;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.connectors.network.HostLookup;
import org.symbolon.connectors.network.NetworkTrouble;

/**
 * Finds the addresses of brokers for one client: of those that a definition names, and of those that they name in their turn. What the guard
 * does not let pass is never told to the client, so that no cluster leads it to this server or its surroundings.
 */
final class KafkaHosts implements HostResolver {

    private final AddressGuard guard;
    private final HostLookup hosts;
    private final Duration patience;
    private volatile String trouble = "";

    KafkaHosts(AddressGuard guard, HostLookup hosts, Duration patience) {
        this.guard = guard;
        this.hosts = hosts;
        this.patience = patience;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        try {
            InetAddress[] passed = passed(hosts.find(host, Deadline.in(patience)));
            trouble = "";
            return passed;
        } catch (IOException refused) {
            trouble = host + " " + NetworkTrouble.of(refused).words();
            throw new UnknownHostException(host);
        }
    }

    /** Those that may be connected to. */
    private InetAddress[] passed(List<InetAddress> found) throws IOException {
        List<InetAddress> passed = new ArrayList<>();
        AddressRefusedException refusal = null;
        for (InetAddress address : found) {
            try {
                guard.check(address);
                passed.add(address);
            } catch (AddressRefusedException refused) {
                refusal = refused;
            }
        }
        if (passed.isEmpty() && refusal != null) {
            throw refusal;
        }
        return passed.toArray(InetAddress[]::new);
    }

    /** What is wrong with the last broker that was looked for, as a sentence; empty where nothing is. */
    Optional<String> trouble() {
        return Optional.of(trouble).filter(words -> !words.isEmpty());
    }
}
