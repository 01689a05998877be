package org.symbolon.connectors.web;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.connectors.network.AddressRefusedException;
import org.symbolon.connectors.network.TlsTrouble;

/**
 * What went wrong with a server, in our words: nothing that it or the library said is passed on, and neither is the path or the query
 * of an address, which may hold a name or a password.
 */
final class WebTrouble {

    private WebTrouble() {}

    static UserStoreUnavailableException of(URI address, String trouble) {
        return new UserStoreUnavailableException("The server " + server(address) + " " + trouble, null);
    }

    /** By which a server is told from others: scheme, host and port. */
    static String server(URI address) {
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    static String words(IOException failed) {
        if (failed instanceof AddressRefusedException) {
            return failed.getMessage();
        }
        if (failed instanceof UnknownHostException) {
            return "is not known by this name";
        }
        if (failed instanceof SocketTimeoutException) {
            return "does not answer in time";
        }
        if (failed instanceof SSLException) {
            return TlsTrouble.of(failed, "in tls_ca_path, or among those of the system where that is not given");
        }
        if (isUnreachable(failed)) {
            return "cannot be reached: nothing listens there, or something is between";
        }
        return "broke off, or answered what is no HTTP";
    }

    /** Whether nobody would come further now. */
    static boolean isUnreachable(IOException failed) {
        return failed instanceof ConnectException
                || failed instanceof NoRouteToHostException
                || failed instanceof UnknownHostException
                || failed instanceof SSLException;
    }
}
