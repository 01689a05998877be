package org.symbolon.connectors.network;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port for a server that has to be told one, and that stays free until it listens there, and while it is killed and begun again. It is
 * below those that systems give out by themselves, of which any connection may get one (32768 and above with Linux, {@code
 * net.ipv4.ip_local_port_range}; 49152 and above elsewhere, RFC 6335 section 6), and none is given out twice by one process.
 */
public final class FreePort {

    private static final int FIRST = 20_000;
    private static final int END = 32_768;

    /** Begins anywhere, since tests of other modules run at the same time. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(FIRST, END));

    /** Listens for a moment, where nobody does. */
    @FunctionalInterface
    private interface Trial {
        void listen(InetSocketAddress address) throws IOException;
    }

    private FreePort() {}

    /** At the loopback address. */
    public static int tcp() {
        return tcp(InetAddress.getLoopbackAddress());
    }

    public static int tcp(InetAddress host) {
        return at(host, address -> {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(address);
            }
        });
    }

    /** At the loopback address. */
    public static int udp() {
        return at(InetAddress.getLoopbackAddress(), address -> new DatagramSocket(address).close());
    }

    private static int at(InetAddress host, Trial trial) {
        for (int attempt = FIRST; attempt < END; attempt++) {
            int port = NEXT.getAndUpdate(last -> last + 1 < END ? last + 1 : FIRST);
            try {
                trial.listen(new InetSocketAddress(host, port));
                return port;
            } catch (IOException taken) {
                // The next one may be free.
            }
        }
        throw new IllegalStateException("No port of " + host + " is free");
    }
}
