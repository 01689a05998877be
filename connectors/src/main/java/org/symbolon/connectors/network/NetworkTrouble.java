package org.symbolon.connectors.network;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/** What is wrong with a server outside that gives no answer, in our words: neither its texts nor those of a library are passed on. */
public enum NetworkTrouble {
    UNKNOWN_HOST("is not known"),
    LOCAL_ADDRESS("is not asked, since its address is local to this server"),
    UNREACHABLE("cannot be reached"),
    NOT_SECURE("offers no sound encryption"),
    TOO_SLOW("does not answer in time"),
    BROKEN_OFF("has broken the connection off, or answers nonsense");

    private final String words;

    NetworkTrouble(String words) {
        this.words = words;
    }

    /** The rest of a sentence that begins with the server. */
    public String words() {
        return words;
    }

    /** The innermost cause that says something decides. */
    public static NetworkTrouble of(Throwable failed) {
        NetworkTrouble trouble = BROKEN_OFF;
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            trouble = plain(cause, trouble);
        }
        return trouble;
    }

    private static NetworkTrouble plain(Throwable cause, NetworkTrouble otherwise) {
        if (cause instanceof AddressRefusedException) {
            return LOCAL_ADDRESS;
        }
        if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
            return UNKNOWN_HOST;
        }
        if (cause instanceof SocketTimeoutException || cause instanceof HttpTimeoutException) {
            return TOO_SLOW;
        }
        if (cause instanceof SSLException) {
            return NOT_SECURE;
        }
        return cause instanceof ConnectException || cause instanceof NoRouteToHostException ? UNREACHABLE : otherwise;
    }
}
