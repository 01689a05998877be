package org.symbolon.connectors.radiusclient;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.symbolon.command.radiusclient.port.RadiusClients;
import org.symbolon.command.radiusclient.port.RadiusLogins;

/** The RADIUS server: listens where it is told to, and ends in an orderly way. */
public final class RadiusListener {

    private final Places places;
    private final RadiusClients clients;
    private final RadiusCounts counts = new RadiusCounts();
    private final RadiusReception reception;
    private volatile Optional<UdpDoor> udp = Optional.empty();
    private volatile Optional<TlsDoor> tls = Optional.empty();

    /** What this server proves by TLS who it is. */
    @FunctionalInterface
    public interface Identity {

        /** A context with the server's key as it is now, and this trust. */
        SSLContext context(X509TrustManager trust) throws GeneralSecurityException, IOException;
    }

    /**
     * Where it listens, and for how much.
     *
     * @param address null for all addresses
     * @param udp the port of RADIUS; empty for none
     * @param tls the port of RADIUS/TLS; empty for none
     * @param atOnce how many requests are decided at once
     * @param queue how many more may wait for that
     * @param connections how many connections of RADIUS/TLS there may be
     */
    public record Places(
            InetAddress address, OptionalInt udp, OptionalInt tls, int atOnce, int queue, int connections) {

        public boolean areAny() {
            return udp.isPresent() || tls.isPresent();
        }
    }

    public RadiusListener(Places places, RadiusClients clients, RadiusLogins logins) {
        this.places = places;
        this.clients = clients;
        this.reception = new RadiusReception(logins, counts, places.atOnce(), places.queue());
    }

    /**
     * Begins to listen.
     *
     * @throws IOException if a port is taken, or the key of TLS cannot be used
     */
    public synchronized void start(Identity identity) throws IOException {
        try {
            if (places.udp().isPresent()) {
                udp = Optional.of(new UdpDoor(
                        clients, reception, counts, place(places.udp().getAsInt())));
            }
            if (places.tls().isPresent()) {
                identity.context(new ClientTrust(clients));
                tls = Optional.of(new TlsDoor(
                        clients, reception, counts, identity, place(places.tls().getAsInt()), places.connections()));
            }
        } catch (GeneralSecurityException unusable) {
            stop(Duration.ZERO);
            throw new IOException("The key of RADIUS/TLS cannot be used", unusable);
        } catch (IOException closed) {
            stop(Duration.ZERO);
            throw closed;
        }
    }

    private InetSocketAddress place(int port) {
        return places.address() == null ? new InetSocketAddress(port) : new InetSocketAddress(places.address(), port);
    }

    /** Takes nothing more, and lets those at work end and be answered, for so long. */
    public synchronized void stop(Duration farewell) {
        udp.ifPresent(UdpDoor::ignore);
        tls.ifPresent(TlsDoor::ignore);
        reception.stop(farewell);
        udp.ifPresent(UdpDoor::close);
        tls.ifPresent(TlsDoor::close);
    }

    /** The port that was opened. */
    public int udpPort() {
        return udp.orElseThrow().port();
    }

    public int tlsPort() {
        return tls.orElseThrow().port();
    }

    public RadiusCounts counts() {
        return counts;
    }

    /** How many requests are being decided. */
    public int atWork() {
        return reception.atWork();
    }

    /** How many wait for that. */
    public int waiting() {
        return reception.waiting();
    }

    public int connections() {
        return tls.map(TlsDoor::connections).orElse(0);
    }
}
