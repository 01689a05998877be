package org.symbolon.connectors.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.connectors.network.Watchdog;

/** Makes connections to one server of a directory: connected, encrypted and bound, all of it by the deadline. */
final class LdapConnector {

    private static final int MOST_BYTES_OF_A_MESSAGE = 1024 * 1024;

    private final LdapAddress address;
    private final LdapConnectionSettings settings;
    private final LdapNetwork network;
    private volatile SSLContext context;

    LdapConnector(LdapAddress address, LdapConnectionSettings settings, LdapNetwork network) {
        this.address = address;
        this.settings = settings;
        this.network = network;
    }

    /**
     * A connection of its own.
     *
     * @param asService whether it is bound as the service account, or not bound at all
     */
    LdapConnection connect(boolean asService, Deadline deadline) throws LdapTroubleException {
        if (asService && !settings.bindDn().isEmpty() && settings.bindPassword().isEmpty()) {
            throw address.failure("is not asked: there is a BINDDN without a BINDPW");
        }
        Socket socket = connected(deadline);
        Watchdog.Watch watch = network.watchdog().over(socket, deadline);
        try {
            return prepared(socket, asService, deadline);
        } catch (LDAPException failed) {
            close(socket);
            throw failure(deadline, LdapFailures.of(failed));
        } catch (IOException failed) {
            close(socket);
            throw failure(deadline, LdapFailures.ofTls(failed));
        } catch (LdapTroubleException failed) {
            close(socket);
            throw failed;
        } finally {
            watch.close();
        }
    }

    private LdapTroubleException failure(Deadline deadline, String trouble) {
        return address.failure(deadline.isOver() ? "does not answer in time" : trouble);
    }

    private Socket connected(Deadline deadline) throws LdapTroubleException {
        try {
            List<InetAddress> found = network.hosts().find(address.host(), deadline);
            for (int index = 0; index < found.size(); index++) {
                int share = deadline.millisLeft() / (found.size() - index) + 1;
                Socket socket = new Socket();
                try {
                    socket.setTcpNoDelay(true);
                    socket.connect(new InetSocketAddress(found.get(index), address.port()), share);
                    return socket;
                } catch (IOException unreachable) {
                    close(socket);
                }
            }
            throw failure(deadline, "cannot be reached: nothing listens there, or something is between");
        } catch (UnknownHostException unknown) {
            throw address.failure("is not known by this name");
        } catch (SocketTimeoutException late) {
            throw address.failure(late.getMessage());
        } catch (IOException failed) {
            throw address.failure("cannot be reached");
        }
    }

    private LdapConnection prepared(Socket socket, boolean asService, Deadline deadline)
            throws LDAPException, IOException, LdapTroubleException {
        boolean startTls = settings.tls().startTls() && !address.tlsFromTheStart();
        Socket spoken = address.tlsFromTheStart() ? secured(socket) : socket;
        LDAPConnection connection = new LDAPConnection(new Ready(spoken), options());
        connection.connect(address.host(), socket.getInetAddress(), address.port(), deadline.millisLeft());
        if (startTls) {
            startTls(connection);
        }
        if (asService && !settings.bindDn().isEmpty()) {
            connection.bind(settings.bindDn(), settings.bindPassword().reveal());
        }
        return new LdapConnection(address, connection, socket, System.nanoTime());
    }

    private Socket secured(Socket socket) throws IOException, LdapTroubleException {
        return settings.tls().over(socket, address.host(), address.port(), context());
    }

    private void startTls(LDAPConnection connection) throws LDAPException, LdapTroubleException {
        Securing securing = new Securing(context());
        try {
            connection.processExtendedOperation(new StartTLSExtendedRequest(securing));
        } catch (LDAPException failed) {
            if (securing.failure != null) {
                throw address.failure(LdapFailures.ofTls(securing.failure));
            }
            if (LdapFailures.isOfTheConnection(failed)) {
                throw failed;
            }
        }
        if (connection.getSSLSession() == null) {
            throw address.failure("knows no START_TLS");
        }
    }

    private SSLContext context() throws LdapTroubleException {
        if (context == null) {
            context = settings.tls().context();
        }
        return context;
    }

    private static LDAPConnectionOptions options() {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setUseSynchronousMode(true);
        options.setFollowReferrals(false);
        options.setMaxMessageSize(MOST_BYTES_OF_A_MESSAGE);
        options.setBindWithDNRequiresPassword(true);
        return options;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is of no use to anybody any more.
        }
    }

    /** Hands the library a socket that is connected already, since only so its deadline is ours. */
    private static final class Ready extends SocketFactory {

        private final Socket socket;

        Ready(Socket socket) {
            this.socket = socket;
        }

        @Override
        public Socket createSocket() throws IOException {
            throw new IOException("This one is connected already");
        }

        @Override
        public Socket createSocket(String host, int port) {
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            return socket;
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            return socket;
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            return socket;
        }
    }

    /** Wraps the socket that START_TLS has agreed upon; the handshake is done here, so that its failure is known. */
    private final class Securing extends SSLSocketFactory {

        private final SSLContext tls;
        private IOException failure;

        Securing(SSLContext tls) {
            this.tls = tls;
        }

        @Override
        public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
            try {
                return settings.tls().over(socket, address.host(), address.port(), tls);
            } catch (IOException failed) {
                failure = failed;
                throw failed;
            }
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return tls.getSocketFactory().getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return tls.getSocketFactory().getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            throw unconnected();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            throw unconnected();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            throw unconnected();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            throw unconnected();
        }

        private static IOException unconnected() {
            return new IOException("Only a connection that is there is encrypted");
        }
    }
}
