package org.symbolon.api.kernel.servlet;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.coyote.AbstractProcessor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Counts the connections of each address, and knows which wait for the rest of a header. */
final class BoundedEndpoint extends NioEndpoint {

    private static final int MOST_ADDRESSES = 20_000;
    private static final int BYTES_OF_A_NETWORK = 8;

    /** Used by the one thread that accepts connections. Counted up there, and anew when that seems too many. */
    private final Map<InetAddress, Integer> accepted = new HashMap<>();

    private final AtomicInteger turnedAway = new AtomicInteger();
    private volatile int most = Integer.MAX_VALUE;
    private volatile Predicate<InetAddress> exempt = address -> true;

    void bound(int most, Predicate<InetAddress> exempt) {
        this.most = most;
        this.exempt = exempt;
    }

    /** Whatever goes wrong here must give the place of the connection back. */
    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        boolean oneTooMany;
        try {
            oneTooMany = isOneTooMany(socket);
        } catch (RuntimeException fault) {
            getLog().warn("A connection was not counted", fault);
            oneTooMany = true;
        }
        if (oneTooMany) {
            turnedAway.incrementAndGet();
            destroySocket(socket);
            return false;
        }
        return super.setSocketOptions(socket);
    }

    private boolean isOneTooMany(SocketChannel socket) {
        InetAddress address = address(socket);
        if (address == null) {
            return true;
        }
        if (exempt.test(address)) {
            return false;
        }
        InetAddress holder = holder(address);
        if (accepted.size() >= MOST_ADDRESSES || accepted.getOrDefault(holder, 0) >= most) {
            countAnew();
        }
        if (accepted.getOrDefault(holder, 0) >= most) {
            return true;
        }
        accepted.merge(holder, 1, Integer::sum);
        return false;
    }

    private void countAnew() {
        accepted.clear();
        for (SocketWrapperBase<NioChannel> connection : getConnections()) {
            NioChannel channel = connection.getSocket();
            SocketChannel socket = channel == null ? null : channel.getIOChannel();
            InetAddress address = socket == null ? null : address(socket);
            if (address != null) {
                accepted.merge(holder(address), 1, Integer::sum);
            }
        }
    }

    /** Null if the connection is gone. */
    private static InetAddress address(SocketChannel socket) {
        try {
            return socket.getRemoteAddress() instanceof InetSocketAddress peer ? peer.getAddress() : null;
        } catch (IOException gone) {
            return null;
        }
    }

    /** Of IPv6 everybody has a network (RFC 4291, 2.5.4), with more addresses than anybody can count. */
    private static InetAddress holder(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        byte[] network = address.getAddress();
        Arrays.fill(network, BYTES_OF_A_NETWORK, network.length, (byte) 0);
        try {
            return InetAddress.getByAddress(network);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    int turnedAway() {
        return turnedAway.getAndSet(0);
    }

    int closeLateHeaders(Duration most) {
        int closed = 0;
        for (SocketWrapperBase<NioChannel> connection : getConnections()) {
            if (isLate(connection, most)) {
                end(connection);
                closed++;
            }
        }
        return closed;
    }

    /**
     * Between requests a connection holds no processor; while one works, the thread that it works on holds it; and one that waits
     * for a body, or for an answer, is asynchronous.
     */
    private static boolean isLate(SocketWrapperBase<NioChannel> connection, Duration most) {
        if (!(connection.getCurrentProcessor() instanceof AbstractProcessor processor) || processor.isAsync()) {
            return false;
        }
        long began = processor.getRequest().getStartTimeNanos();
        return began >= 0 && System.nanoTime() - began > most.toNanos();
    }

    /** As the endpoint itself ends a connection whose time is up: by a thread that nobody else works beside. */
    private void end(SocketWrapperBase<NioChannel> connection) {
        if (!processSocket(connection, SocketEvent.ERROR, true)) {
            connection.close();
        }
    }
}
