package org.symbolon.connectors.radius;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.symbolon.command.examination.port.Examiner;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.radiusserver.port.RadiusPeer;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.connectors.network.HostLookup;

/**
 * Asks RADIUS servers whether they are there (Status-Server, RFC 5997). Many are not set up to say so, and so silence proves nothing:
 * only a log-in would.
 */
public final class RadiusExaminer implements Examiner<RadiusPeer> {

    /** Silence is no failure, and so nobody need wait for it as long as for a log-in. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private static final int MOST_TRIES = 2;

    private final Random random;
    private final HostLookup hosts = new HostLookup();

    /** The random source must be one that nobody can foretell. */
    public RadiusExaminer(Random random) {
        this.random = random;
    }

    @Override
    public List<Finding> examine(RadiusPeer peer) {
        if (peer.secret().isEmpty()) {
            return List.of(
                    Finding.failed(name(peer) + " has no secret: save the definition with the one that it shares"));
        }
        return List.of(asked(new RadiusPeer(
                peer.host(),
                peer.port(),
                peer.secret(),
                peer.timeout().compareTo(LONGEST) > 0 ? LONGEST : peer.timeout(),
                Math.min(peer.tries(), MOST_TRIES),
                peer.authenticatorRequired())));
    }

    private static String name(RadiusPeer peer) {
        return "The RADIUS server %s:%d".formatted(peer.host(), peer.port());
    }

    private Finding asked(RadiusPeer peer) {
        Deadline deadline = Deadline.in(peer.timeout().multipliedBy(peer.tries()));
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(
                    new InetSocketAddress(hosts.find(peer.host(), deadline).get(0), peer.port()));
            SentRequest sent = SentRequest.status(peer.secret(), random);
            RadiusExchange exchange = new RadiusExchange(peer, socket, sent, peer.authenticatorRequired(), deadline);
            return answered(peer, exchange);
        } catch (UnknownHostException unknown) {
            return Finding.failed(name(peer) + " is not known: look at its name, and at this machine's name servers");
        } catch (PortUnreachableException closed) {
            return Finding.failed(name(peer) + " is not there: nothing listens at its port");
        } catch (IOException unreachable) {
            return Finding.failed(name(peer) + " cannot be reached");
        }
    }

    private static Finding answered(RadiusPeer peer, RadiusExchange exchange) throws IOException {
        try {
            exchange.answer();
            return Finding.ok(name(peer) + " answers, and shares the secret");
        } catch (SocketTimeoutException silent) {
            return exchange.heardSomething()
                    ? Finding.failed(name(peer) + " " + silent.getMessage())
                    : Finding.unchecked(name(peer)
                            + " does not say whether it is there (Status-Server), as many do not: try a user, with"
                            + " POST /radiusserver/test_request");
        }
    }
}
