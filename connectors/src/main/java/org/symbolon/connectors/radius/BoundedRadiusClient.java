package org.symbolon.connectors.radius;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.symbolon.command.radiusserver.port.RadiusAnswer;
import org.symbolon.command.radiusserver.port.RadiusClient;
import org.symbolon.command.radiusserver.port.RadiusPeer;
import org.symbolon.command.radiusserver.port.RadiusRequest;
import org.symbolon.command.radiusserver.port.RadiusUnavailableException;

/**
 * Lets no more than so many threads wait for one RADIUS server, and for all of them together: whoever comes when a server is that slow is
 * told at once that it cannot be reached, so that threads are left for all who do not ask it.
 */
public final class BoundedRadiusClient implements RadiusClient {

    private record Address(String host, int port) {}

    private final RadiusClient client;
    private final int mostOfOne;
    private final Semaphore places;
    private final Map<Address, Integer> waiting = new ConcurrentHashMap<>();

    public BoundedRadiusClient(RadiusClient client, int mostOfOne, int mostOfAll) {
        this.client = client;
        this.mostOfOne = mostOfOne;
        this.places = new Semaphore(mostOfAll);
    }

    @Override
    public RadiusAnswer ask(RadiusPeer peer, RadiusRequest request) {
        if (!places.tryAcquire()) {
            throw tooMany(peer);
        }
        try {
            return askOne(peer, request);
        } finally {
            places.release();
        }
    }

    private RadiusAnswer askOne(RadiusPeer peer, RadiusRequest request) {
        Address address = new Address(peer.host(), peer.port());
        int before = waiting.merge(address, 1, Integer::sum) - 1;
        try {
            if (before >= mostOfOne) {
                throw tooMany(peer);
            }
            return client.ask(peer, request);
        } finally {
            waiting.computeIfPresent(address, (known, count) -> count == 1 ? null : count - 1);
        }
    }

    private static RadiusUnavailableException tooMany(RadiusPeer peer) {
        return new RadiusUnavailableException(peer.host(), peer.port(), "keeps too many waiting");
    }
}
