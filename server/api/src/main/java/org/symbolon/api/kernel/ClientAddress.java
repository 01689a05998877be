package org.symbolon.api.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.symbolon.events.shared.Network;

/**
 * Decides which address counts as the client's when proxies stand between: the setting OverrideAuthorizationClient
 * lists the paths of proxies that are believed. The parsed setting is kept as long as its text stays the same.
 */
@Component
public final class ClientAddress {

    private record Parsed(String text, List<List<Network>> paths) {}

    private final Supplier<String> setting;
    private volatile Parsed parsed = new Parsed("", List.of());

    public ClientAddress(Supplier<String> setting) {
        this.setting = setting;
    }

    /** The address for a request from the peer; the claimed address is what the request itself says, where it may. */
    public String of(String peer, Optional<String> forwardedFor, Optional<String> claimed) {
        List<List<Network>> paths = paths();
        if (paths.isEmpty()) {
            return peer;
        }
        List<String> candidates = candidates(peer, forwardedFor, claimed);
        String client = peer;
        int deepest = 0;
        for (List<Network> path : paths) {
            if (path.size() > deepest && matches(path, candidates)) {
                deepest = path.size();
                client = candidates.get(deepest - 1);
            }
        }
        return client;
    }

    /** Whether the setting names the peer as a proxy, behind which there are other clients. */
    public boolean isProxy(String peer) {
        return paths().stream().anyMatch(path -> path.get(0).contains(peer));
    }

    private static List<String> candidates(String peer, Optional<String> forwardedFor, Optional<String> claimed) {
        List<String> candidates = new ArrayList<>();
        candidates.add(peer);
        if (forwardedFor.isPresent()) {
            String[] hops = forwardedFor.get().split(",", -1);
            for (int index = hops.length - 1; index >= 0; index--) {
                candidates.add(hops[index].strip());
            }
        }
        claimed.map(String::strip).ifPresent(candidates::add);
        return candidates;
    }

    private static boolean matches(List<Network> path, List<String> candidates) {
        if (path.size() > candidates.size()) {
            return false;
        }
        for (int index = 0; index < path.size(); index++) {
            if (!path.get(index).contains(candidates.get(index))) {
                return false;
            }
        }
        return true;
    }

    private List<List<Network>> paths() {
        String text = setting.get();
        Parsed known = parsed;
        if (!known.text.equals(text)) {
            known = new Parsed(text, parse(text));
            parsed = known;
        }
        return known.paths;
    }

    private static List<List<Network>> parse(String text) {
        List<List<Network>> paths = new ArrayList<>();
        if (text.isBlank()) {
            return paths;
        }
        for (String path : text.split(",", -1)) {
            List<Network> networks = new ArrayList<>();
            for (String network : path.split(">", -1)) {
                Optional<Network> understood = Network.parse(network.strip());
                if (understood.isEmpty()) {
                    return List.of();
                }
                networks.add(understood.get());
            }
            if (networks.size() == 1) {
                networks.add(Network.ANY_IPV4);
            }
            paths.add(networks);
        }
        return paths;
    }
}
