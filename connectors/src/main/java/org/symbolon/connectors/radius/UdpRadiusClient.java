package org.symbolon.connectors.radius;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Random;
import org.symbolon.command.radiusserver.port.RadiusAnswer;
import org.symbolon.command.radiusserver.port.RadiusClient;
import org.symbolon.command.radiusserver.port.RadiusPeer;
import org.symbolon.command.radiusserver.port.RadiusRequest;
import org.symbolon.command.radiusserver.port.RadiusUnavailableException;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.connectors.network.HostLookup;

/** Asks by UDP, with a socket, and so a port, of its own for each request, in the caller's thread. */
public final class UdpRadiusClient implements RadiusClient {

    private final Random random;
    private final HostLookup hosts = new HostLookup();
    private final SigningServers signing = new SigningServers();

    /** The random source must be one that nobody can foretell. */
    public UdpRadiusClient(Random random) {
        this.random = random;
    }

    @Override
    public RadiusAnswer ask(RadiusPeer peer, RadiusRequest request) {
        if (peer.secret().isEmpty()) {
            throw unavailable(peer, "has no secret");
        }
        if (!request.fits()) {
            return new RadiusAnswer.Rejected("");
        }
        Deadline deadline = Deadline.in(peer.timeout().multipliedBy(peer.tries()));
        try (DatagramSocket socket = new DatagramSocket()) {
            InetSocketAddress address =
                    new InetSocketAddress(hosts.find(peer.host(), deadline).get(0), peer.port());
            socket.connect(address);
            SentRequest sent = SentRequest.of(request, peer.secret(), random);
            boolean signed = peer.authenticatorRequired() || signing.has(address);
            ReceivedAnswer answer = new RadiusExchange(peer, socket, sent, signed, deadline).answer();
            if (answer.isSigned()) {
                signing.add(address);
            }
            return answer.meaning().orElseThrow();
        } catch (UnknownHostException unknown) {
            throw unavailable(peer, "is not known");
        } catch (PortUnreachableException closed) {
            throw unavailable(peer, "is not there: nothing listens at its port");
        } catch (SocketTimeoutException late) {
            throw unavailable(peer, late.getMessage());
        } catch (IOException unreachable) {
            throw unavailable(peer, "cannot be reached");
        }
    }

    private static RadiusUnavailableException unavailable(RadiusPeer peer, String trouble) {
        return new RadiusUnavailableException(peer.host(), peer.port(), trouble);
    }
}
