package org.symbolon.connectors.sms;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.connectors.network.HostLookup;
import org.symbolon.connectors.network.Watchdog;

/** Opens connections to message centres, each of which is closed when its time is over, whatever it is doing. */
final class SmppConnections implements AutoCloseable {

    private final HostLookup hosts = new HostLookup();
    private final Watchdog watchdog = new Watchdog("smpp-watchdog");

    ConnectionFactory within(Deadline deadline) {
        return (host, port) -> open(host, port, deadline);
    }

    private Connection open(String host, int port, Deadline deadline) throws IOException {
        List<InetAddress> found = hosts.find(host, deadline);
        for (int index = 0; index < found.size(); index++) {
            int share = deadline.millisLeft() / (found.size() - index) + 1;
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(found.get(index), port), share);
                return new Watched(socket, watchdog.over(socket, deadline));
            } catch (IOException unreachable) {
                socket.close();
            }
        }
        throw new ConnectException("No address of the message centre can be reached");
    }

    /** A connection whose watch ends with it. */
    private static final class Watched extends SocketConnection {

        private final Watchdog.Watch watch;

        Watched(Socket socket, Watchdog.Watch watch) throws IOException {
            super(socket);
            this.watch = watch;
        }

        @Override
        public void close() {
            watch.close();
            super.close();
        }
    }

    @Override
    public void close() {
        watchdog.close();
    }
}
