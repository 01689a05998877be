package org.symbolon.connectors.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.symbolon.command.examination.port.Finding;

/**
 * Goes to the door of a server and no further: connects and, where it speaks TLS, looks at its certificate. Nothing is said to it that
 * anybody would notice, and only addresses that the guard lets pass are connected to.
 */
public final class ServerReach {

    private final AddressGuard guard;
    private final HostLookup hosts;
    private final Watchdog watchdog;

    /** One that passes this guard, asks these name servers and is cut short by this watchdog. */
    public ServerReach(AddressGuard guard, HostLookup hosts, Watchdog watchdog) {
        this.guard = guard;
        this.hosts = hosts;
        this.watchdog = watchdog;
    }

    /** What is found at the door of a server that speaks in clear. */
    public List<Finding> inClear(InetSocketAddress server, Duration patience) {
        return found(server, patience, (socket, deadline) -> List.of(Finding.ok(name(server) + " can be reached")));
    }

    /**
     * What is found at the door of a server that speaks TLS from the start.
     *
     * @param checked whether its certificate must hold and be made out for its name
     * @param context says whose certificates hold
     */
    public List<Finding> encrypted(InetSocketAddress server, boolean checked, SSLContext context, Duration patience) {
        return found(server, patience, (socket, deadline) -> {
            X509Certificate shown = secured(socket, server, checked, context, deadline);
            return checked
                    ? List.of(
                            Finding.ok(name(server) + " can be reached by TLS"),
                            Finding.certificate("The certificate of " + name(server), shown))
                    : List.of(Finding.ok(name(server) + " can be reached by TLS, and may show any certificate"));
        });
    }

    private static String name(InetSocketAddress server) {
        return server.getHostString() + ":" + server.getPort();
    }

    /** What is looked at over a connection. */
    private interface Look {
        List<Finding> at(Socket socket, Deadline deadline) throws IOException;
    }

    private List<Finding> found(InetSocketAddress server, Duration patience, Look look) {
        Deadline deadline = Deadline.in(patience);
        try (Socket socket = connected(server, deadline)) {
            return look.at(socket, deadline);
        } catch (IOException failed) {
            NetworkTrouble trouble = deadline.isOver() ? NetworkTrouble.TOO_SLOW : NetworkTrouble.of(failed);
            String words = trouble == NetworkTrouble.NOT_SECURE
                    ? TlsTrouble.of(failed, TlsTrouble.TRUSTED)
                    : trouble.words() + ": " + trouble.remedy();
            return List.of(Finding.failed(name(server) + " " + words));
        }
    }

    private Socket connected(InetSocketAddress server, Deadline deadline) throws IOException {
        IOException failure = new UnknownHostException(server.getHostString());
        List<InetAddress> found = hosts.find(server.getHostString(), deadline);
        for (int index = 0; index < found.size(); index++) {
            int share = deadline.millisLeft() / (found.size() - index) + 1;
            Socket socket = new Socket();
            try {
                guard.check(found.get(index));
                socket.connect(new InetSocketAddress(found.get(index), server.getPort()), share);
                return socket;
            } catch (IOException elsewhere) {
                socket.close();
                failure = elsewhere;
            }
        }
        throw failure;
    }

    private X509Certificate secured(
            Socket socket, InetSocketAddress server, boolean checked, SSLContext context, Deadline deadline)
            throws IOException {
        Watchdog.Watch watch = watchdog.over(socket, deadline);
        try (SSLSocket secured = (SSLSocket)
                context.getSocketFactory().createSocket(socket, server.getHostString(), server.getPort(), false)) {
            if (checked) {
                SSLParameters parameters = secured.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                secured.setSSLParameters(parameters);
            }
            secured.startHandshake();
            X509Certificate shown = (X509Certificate) secured.getSession().getPeerCertificates()[0];
            return checked ? valid(shown) : shown;
        } finally {
            watch.close();
        }
    }

    /** A certificate that is an authority's itself is trusted by Java for ever. */
    private static X509Certificate valid(X509Certificate shown) throws SSLException {
        try {
            shown.checkValidity();
            return shown;
        } catch (CertificateException over) {
            throw new SSLException(over);
        }
    }
}
