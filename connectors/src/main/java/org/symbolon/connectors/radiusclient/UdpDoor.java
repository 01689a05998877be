package org.symbolon.connectors.radiusclient;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.command.radiusclient.port.KnownRadiusClient;
import org.symbolon.command.radiusclient.port.RadiusClients;

/** Reads packets from one socket on one thread, and answers through the same socket. Whoever is not known hears nothing. */
final class UdpDoor {

    private static final Logger LOG = LoggerFactory.getLogger(UdpDoor.class);

    private static final int BUFFER = 1 << 20;
    private static final long PAUSE_MILLIS = 100;

    private final RadiusClients clients;
    private final RadiusReception reception;
    private final RadiusCounts counts;
    private final DatagramSocket socket;
    private volatile boolean open = true;

    /**
     * Begins to read.
     *
     * @throws IOException if the port is taken
     */
    UdpDoor(RadiusClients clients, RadiusReception reception, RadiusCounts counts, InetSocketAddress place)
            throws IOException {
        this.clients = clients;
        this.reception = reception;
        this.counts = counts;
        this.socket = new DatagramSocket(null);
        try {
            socket.setReceiveBufferSize(BUFFER);
            socket.bind(place);
        } catch (IOException taken) {
            socket.close();
            throw taken;
        }
        Thread thread = new Thread(this::read, "radius-udp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Nothing that comes from now on is looked at. */
    void ignore() {
        open = false;
    }

    void close() {
        open = false;
        socket.close();
    }

    private void read() {
        DatagramPacket packet = new DatagramPacket(new byte[RequestPacket.LONGEST], RequestPacket.LONGEST);
        while (!socket.isClosed()) {
            try {
                packet.setLength(RequestPacket.LONGEST);
                socket.receive(packet);
                if (open) {
                    receive(packet);
                }
            } catch (IOException | RuntimeException fault) {
                tell(fault);
            }
        }
    }

    /** What comes again and again must not fill the log. */
    private void tell(Exception fault) {
        if (socket.isClosed()) {
            return;
        }
        LOG.error("A RADIUS packet was not read: {}", fault.getClass().getName());
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void receive(DatagramPacket packet) {
        InetSocketAddress from = (InetSocketAddress) packet.getSocketAddress();
        String address = Addresses.printed(from.getAddress());
        Optional<KnownRadiusClient> client = clients.all().stream()
                .filter(one -> !one.byTls() && !one.secret().isEmpty() && one.closeness(address) >= 0)
                .max(Comparator.comparingInt(one -> one.closeness(address)));
        if (client.isEmpty()) {
            counts.dropped(RadiusEvent.UNKNOWN_CLIENT, "", address);
            return;
        }
        byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
        reception.receive(client.get(), client.get().secret(), new Peer(from, address), bytes);
    }

    private final class Peer implements RadiusReception.Sender {

        private final InetSocketAddress from;
        private final String address;

        private Peer(InetSocketAddress from, String address) {
            this.from = from;
            this.address = address;
        }

        @Override
        public String key() {
            return address + ":" + from.getPort();
        }

        @Override
        public String address() {
            return address;
        }

        @Override
        public void send(byte[] answer) {
            try {
                socket.send(new DatagramPacket(answer, answer.length, from));
            } catch (IOException gone) {
                LOG.debug("A RADIUS answer was not sent: {}", gone.getClass().getName());
            }
        }
    }
}
