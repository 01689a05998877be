package org.symbolon.store.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;

/**
 * Makes the sockets of PostgreSQL's driver and knows those that are open: closing them is the only way to end what waits for
 * an answer that does not come. The driver makes one by its name, with the group of its sockets.
 */
public final class TrackedSockets extends SocketFactory {

    private static final Map<String, Set<Socket>> OPEN = new ConcurrentHashMap<>();

    private final Set<Socket> group;

    public TrackedSockets(String group) {
        this.group = OPEN.computeIfAbsent(group, name -> ConcurrentHashMap.newKeySet());
    }

    /** Whoever waits at one of the group is told that the connection is gone. */
    static void closeAll(String group) {
        Set<Socket> sockets = OPEN.getOrDefault(group, Set.of());
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException gone) {
                // It was to be closed.
            }
        }
        sockets.removeIf(Socket::isClosed);
    }

    /** Nobody will have sockets in the group any more. */
    static void forget(String group) {
        OPEN.remove(group);
    }

    @Override
    public Socket createSocket() {
        group.removeIf(Socket::isClosed);
        Socket socket = new Socket();
        group.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new UnsupportedOperationException("The driver connects its sockets itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("The driver connects its sockets itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("The driver connects its sockets itself");
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException("The driver connects its sockets itself");
    }
}
