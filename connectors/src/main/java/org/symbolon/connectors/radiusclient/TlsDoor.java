package org.symbolon.connectors.radiusclient;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.command.radiusclient.port.RadiusClients;
import org.symbolon.connectors.network.Watchdog;

/**
 * Takes connections of RADIUS/TLS (RFC 6614), each with a thread that reads it; there are so many and no more. From where no client can be,
 * none is taken.
 */
final class TlsDoor {

    private static final Logger LOG = LoggerFactory.getLogger(TlsDoor.class);

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final RadiusClients clients;
    private final RadiusReception reception;
    private final RadiusCounts counts;
    private final RadiusListener.Identity identity;
    private final ServerSocket socket;
    private final int most;
    private final Set<TlsConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicLong number = new AtomicLong();
    private final Watchdog watchdog = new Watchdog("radius-watchdog");
    private volatile boolean open = true;

    /**
     * Begins to listen.
     *
     * @throws IOException if the port is taken
     */
    TlsDoor(
            RadiusClients clients,
            RadiusReception reception,
            RadiusCounts counts,
            RadiusListener.Identity identity,
            InetSocketAddress place,
            int most)
            throws IOException {
        this.clients = clients;
        this.reception = reception;
        this.counts = counts;
        this.identity = identity;
        this.most = most;
        this.socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(place);
        } catch (IOException taken) {
            socket.close();
            throw taken;
        }
        thread(this::accept, "radius-tls").start();
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    int port() {
        return socket.getLocalPort();
    }

    int connections() {
        return connections.size();
    }

    /** Nothing that comes from now on is looked at. */
    void ignore() {
        open = false;
        closeQuietly(socket);
    }

    void close() {
        ignore();
        connections.forEach(TlsConnection::close);
        watchdog.close();
    }

    boolean isOpen() {
        return open;
    }

    private void accept() {
        while (open) {
            try {
                take(socket.accept());
            } catch (IOException | RuntimeException fault) {
                if (open) {
                    LOG.error(
                            "A RADIUS/TLS connection was not taken: {}",
                            fault.getClass().getName());
                    pause();
                }
            }
        }
    }

    /** Whatever kept it, such as too many open files, may be over soon. */
    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(Socket taken) {
        String address = Addresses.printed(taken.getInetAddress());
        if (clients.all().stream().noneMatch(one -> one.byTls() && one.closeness(address) >= 0)) {
            counts.dropped(RadiusEvent.UNKNOWN_CLIENT, "", address);
            closeQuietly(taken);
            return;
        }
        if (connections.size() >= most) {
            counts.dropped(RadiusEvent.OVERLOAD, "", address);
            closeQuietly(taken);
            return;
        }
        TlsConnection connection =
                new TlsConnection(taken, address, number.incrementAndGet(), clients, reception, counts, watchdog);
        connections.add(connection);
        thread(() -> serve(connection), "radius-tls-" + connection.number()).start();
    }

    private void serve(TlsConnection connection) {
        try {
            connection.serve(this::wrapped, this::isOpen);
        } finally {
            connections.remove(connection);
            connection.close();
        }
    }

    private SSLSocket wrapped(Socket plain) throws IOException {
        try {
            SSLContext context = identity.context(new ClientTrust(clients));
            SSLSocket wrapped = (SSLSocket) context.getSocketFactory()
                    .createSocket(plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true);
            wrapped.setUseClientMode(false);
            wrapped.setNeedClientAuth(true);
            wrapped.setEnabledProtocols(PROTOCOLS);
            return wrapped;
        } catch (GeneralSecurityException unusable) {
            throw new IOException("The key of the RADIUS listener cannot be used", unusable);
        }
    }

    private static void closeQuietly(AutoCloseable what) {
        try {
            what.close();
        } catch (Exception gone) {
            LOG.debug("It was closed already");
        }
    }
}
