package org.symbolon.connectors.radiusclient;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.command.radiusclient.port.KnownRadiusClient;
import org.symbolon.command.radiusclient.port.RadiusClients;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.connectors.network.Watchdog;
import org.symbolon.events.shared.Secret;

/**
 * One connection of a client, from its handshake on. Whoever it is, is looked for anew when definitions have changed: one that is deleted is
 * not served any more. Nobody holds a thread for long who sends or reads slowly.
 */
final class TlsConnection implements RadiusReception.Sender {

    private static final Logger LOG = LoggerFactory.getLogger(TlsConnection.class);

    /** The secret of all who prove by a certificate who they are (RFC 6614, 2.3). */
    private static final Secret SECRET = Secret.of("radsec");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final int LENGTH_AT = 4;

    private final Socket plain;
    private final String address;
    private final long number;
    private final RadiusClients clients;
    private final RadiusReception reception;
    private final RadiusCounts counts;
    private final Watchdog watchdog;
    private SSLSocket socket;
    private List<KnownRadiusClient> seen = List.of();
    private Optional<KnownRadiusClient> client = Optional.empty();

    /** Puts TLS around a connection. */
    interface Wrapping {

        SSLSocket wrapped(Socket plain) throws IOException;
    }

    TlsConnection(
            Socket plain,
            String address,
            long number,
            RadiusClients clients,
            RadiusReception reception,
            RadiusCounts counts,
            Watchdog watchdog) {
        this.plain = plain;
        this.address = address;
        this.number = number;
        this.clients = clients;
        this.reception = reception;
        this.counts = counts;
        this.watchdog = watchdog;
    }

    long number() {
        return number;
    }

    @Override
    public String key() {
        return "tls-" + number;
    }

    @Override
    public String address() {
        return address;
    }

    /** Reads packets until the client goes, or is to go. */
    void serve(Wrapping wrapping, BooleanSupplier isOpen) {
        try {
            plain.setTcpNoDelay(true);
            plain.setKeepAlive(true);
            socket = wrapping.wrapped(plain);
            inTime(socket::startHandshake);
            X509Certificate[] chain = Stream.of(socket.getSession().getPeerCertificates())
                    .map(X509Certificate.class::cast)
                    .toArray(X509Certificate[]::new);
            while (isOpen.getAsBoolean() && readOne(chain)) {
                LOG.trace("A RADIUS packet was read");
            }
        } catch (SSLException refused) {
            counts.dropped(RadiusEvent.UNPROVEN, "", address);
            LOG.info("A RADIUS/TLS handshake with {} failed: {}", address, refused.getMessage());
        } catch (IOException gone) {
            LOG.debug(
                    "A RADIUS/TLS connection of {} ended: {}",
                    address,
                    gone.getClass().getName());
        }
    }

    private boolean readOne(X509Certificate[] chain) throws IOException {
        Optional<byte[]> packet = packet(socket.getInputStream());
        Optional<KnownRadiusClient> sender = sender(chain);
        if (packet.isEmpty() || sender.isEmpty()) {
            return false;
        }
        reception.receive(sender.get(), SECRET, this, packet.get());
        return true;
    }

    /** Empty at the end; a packet that says it is shorter or longer than any can be leaves nothing to go on with. */
    private Optional<byte[]> packet(InputStream input) throws IOException {
        socket.setSoTimeout((int) IDLE.toMillis());
        int first = firstOctet(input);
        if (first < 0) {
            return Optional.empty();
        }
        AtomicReference<Optional<byte[]>> read = new AtomicReference<>(Optional.empty());
        inTime(() -> read.set(rest(first, input)));
        return read.get();
    }

    /** -1 at the end, and where nothing has come for long. */
    private static int firstOctet(InputStream input) throws IOException {
        try {
            return input.read();
        } catch (SocketTimeoutException idle) {
            return -1;
        }
    }

    private Optional<byte[]> rest(int first, InputStream input) throws IOException {
        byte[] header = new byte[LENGTH_AT];
        header[0] = (byte) first;
        if (input.readNBytes(header, 1, LENGTH_AT - 1) < LENGTH_AT - 1) {
            return Optional.empty();
        }
        int length = RequestPacket.lengthOf(header);
        if (length < RequestPacket.HEADER || length > RequestPacket.LONGEST) {
            counts.dropped(
                    RadiusEvent.MALFORMED, client.map(KnownRadiusClient::name).orElse(""), address);
            return Optional.empty();
        }
        byte[] packet = Arrays.copyOf(header, length);
        int read = input.readNBytes(packet, LENGTH_AT, length - LENGTH_AT);
        return read < length - LENGTH_AT ? Optional.empty() : Optional.of(packet);
    }

    /** Something that the other side can draw out. */
    private interface Step {

        void take() throws IOException;
    }

    private void inTime(Step step) throws IOException {
        Watchdog.Watch watch = watchdog.over(plain, Deadline.in(PATIENCE));
        try {
            step.take();
        } finally {
            watch.close();
        }
    }

    private Optional<KnownRadiusClient> sender(X509Certificate[] chain) {
        List<KnownRadiusClient> now = clients.all();
        if (!now.equals(seen)) {
            client = ClientProof.find(now, address, chain);
            seen = now;
        }
        return client;
    }

    @Override
    public synchronized void send(byte[] answer) {
        try {
            inTime(() -> socket.getOutputStream().write(answer));
        } catch (IOException gone) {
            LOG.debug("A RADIUS answer was not sent: {}", gone.getClass().getName());
        }
    }

    void close() {
        try {
            plain.close();
        } catch (IOException gone) {
            LOG.debug("A RADIUS/TLS connection was closed already");
        }
    }
}
