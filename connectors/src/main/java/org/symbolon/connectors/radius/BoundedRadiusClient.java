package org.symbolon.connectors.radius;

import org.symbolon.command.radiusserver.port.RadiusAnswer;
import org.symbolon.command.radiusserver.port.RadiusClient;
import org.symbolon.command.radiusserver.port.RadiusPeer;
import org.symbolon.command.radiusserver.port.RadiusRequest;
import org.symbolon.command.radiusserver.port.RadiusUnavailableException;
import org.symbolon.connectors.network.WaitingRoom;

/** Tells whoever finds no place to wait for a RADIUS server at once that it cannot be asked. */
public final class BoundedRadiusClient implements RadiusClient {

    private record Address(String host, int port) {}

    private final RadiusClient client;
    private final WaitingRoom room;

    public BoundedRadiusClient(RadiusClient client, WaitingRoom room) {
        this.client = client;
        this.room = room;
    }

    @Override
    public RadiusAnswer ask(RadiusPeer peer, RadiusRequest request) {
        return room.ask(
                new Address(peer.host(), peer.port()),
                () -> client.ask(peer, request),
                () -> new RadiusUnavailableException(peer.host(), peer.port(), "keeps too many waiting"));
    }
}
