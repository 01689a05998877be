package org.symbolon.connectors.radius;

import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Servers that have signed an answer with a Message-Authenticator. From then on an unsigned one is not theirs, for a server
 * that can sign always does: whoever forges answers (Blast-RADIUS) would have to leave the signature out.
 */
final class SigningServers {

    private static final int MOST = 1000;

    private final Set<InetSocketAddress> addresses = ConcurrentHashMap.newKeySet();

    boolean has(InetSocketAddress address) {
        return addresses.contains(address);
    }

    void add(InetSocketAddress address) {
        if (addresses.size() < MOST) {
            addresses.add(address);
        }
    }
}
