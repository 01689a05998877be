package org.symbolon.connectors.feed;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.symbolon.command.feed.port.FedFact;
import org.symbolon.command.feed.port.FeedReceiver;
import org.symbolon.command.feed.port.FeedTarget;
import org.symbolon.command.feed.port.FeedTroubleException;
import org.symbolon.connectors.files.StoreFiles;
import org.symbolon.connectors.network.AddressGuard;
import org.symbolon.connectors.network.AddressRefusedException;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.connectors.network.HostLookup;
import org.symbolon.connectors.network.NetworkTrouble;
import org.symbolon.connectors.network.Watchdog;

/**
 * Sends facts to a syslog server over TLS. Syslog knows no answer; that a batch was taken is known all the same, for each has a connection of
 * its own: whoever closes that in order after we have, has read all that was in it, and whoever dies resets it.
 */
public final class SyslogReceiver implements FeedReceiver, AutoCloseable {

    static final int PRESET_PORT = 6514;
    static final int PRESET_SECONDS = 10;

    private static final int PRESET_FACILITY = 10;
    private static final int MOST_UNASKED_BYTES = 64 * 1024;
    private static final Duration REST = Duration.ofSeconds(1);
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final AddressGuard guard;
    private final StoreFiles files;
    private final HostLookup hosts = new HostLookup();
    private final Watchdog watchdog = new Watchdog("syslog-watchdog");

    /** One that finds the certificates of authorities among these files. */
    public SyslogReceiver(AddressGuard guard, StoreFiles files) {
        this.guard = guard;
        this.files = files;
    }

    @Override
    public String type() {
        return "syslog";
    }

    @Override
    public void send(FeedTarget target, List<FedFact> facts) throws FeedTroubleException {
        String server = target.option("server").orElse("");
        Deadline deadline = Deadline.in(Duration.ofSeconds(target.number("timeout", PRESET_SECONDS)));
        try (Socket connection = connected(server, target.number("port", PRESET_PORT), deadline)) {
            Watchdog.Watch watch = watchdog.over(connection, deadline);
            try {
                send(encrypted(target, server, connection), target, facts);
            } finally {
                watch.close();
            }
        } catch (GeneralSecurityException unsound) {
            throw new FeedTroubleException("the file of authorities cannot be used");
        } catch (IOException failed) {
            NetworkTrouble trouble = deadline.isOver() ? NetworkTrouble.TOO_SLOW : NetworkTrouble.of(failed);
            throw new FeedTroubleException(server + " " + trouble.words());
        }
    }

    private static void send(SSLSocket encrypted, FeedTarget target, List<FedFact> facts) throws IOException {
        write(encrypted.getOutputStream(), target, facts);
        encrypted.shutdownOutput();
        if (target.flag("confirm", true)) {
            awaitOrderlyEnd(encrypted);
        }
    }

    /** A connection is encrypted anew for each batch. */
    @Override
    public Duration rest() {
        return REST;
    }

    private Socket connected(String server, int port, Deadline deadline) throws IOException {
        IOException failure = null;
        for (InetAddress address : hosts.find(server, deadline)) {
            Socket socket = new Socket();
            try {
                guard.check(address);
                socket.connect(new InetSocketAddress(address, port), deadline.millisLeft());
                return socket;
            } catch (AddressRefusedException | SocketException elsewhere) {
                socket.close();
                failure = elsewhere;
            } catch (IOException failed) {
                socket.close();
                throw failed;
            }
        }
        throw failure == null ? new IOException("has no address") : failure;
    }

    private SSLSocket encrypted(FeedTarget target, String server, Socket connection)
            throws IOException, GeneralSecurityException {
        SSLSocket socket = (SSLSocket) FeedTrust.of(target, files)
                .getSocketFactory()
                .createSocket(connection, server, connection.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(PROTOCOLS);
        if (target.flag("tls", true)) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static void write(OutputStream encrypted, FeedTarget target, List<FedFact> facts) throws IOException {
        boolean cef = target.option("format").filter("cef"::equals).isPresent();
        int facility = target.number("facility", PRESET_FACILITY);
        OutputStream output = new BufferedOutputStream(encrypted);
        for (FedFact fact : facts) {
            output.write(SyslogMessage.framed(fact, facility, cef ? CefText.of(fact) : fact.json()));
        }
        output.flush();
    }

    /** Some servers end the connection without taking leave of TLS: as long as it is not reset, they have read all. */
    private static void awaitOrderlyEnd(SSLSocket encrypted) throws IOException {
        InputStream answers = encrypted.getInputStream();
        try {
            byte[] unasked = answers.readNBytes(MOST_UNASKED_BYTES);
            if (unasked.length == MOST_UNASKED_BYTES) {
                throw new IOException("It says more than such a server has to say");
            }
        } catch (IOException ended) {
            if (!isEndOfStream(ended)) {
                throw ended;
            }
        }
    }

    private static boolean isEndOfStream(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        watchdog.close();
    }
}
