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
    UNKNOWN_HOST("is not known", "look at its name, and at this machine's name servers"),
    LOCAL_ADDRESS(
            "is not asked, since its address is local to this server",
            "symbolon.local-destinations allows it, if that is what is wanted"),
    UNREACHABLE("cannot be reached", "look whether it runs, and whether something between lets nobody pass"),
    NOT_SECURE("offers no sound encryption", "look at its certificate"),
    TOO_SLOW(
            "does not answer in time", "look whether it is overloaded, and whether something between lets nobody pass"),
    BROKEN_OFF("has broken the connection off, or answers nonsense", "look whether it is the server that is meant");

    private final String words;
    private final String remedy;

    NetworkTrouble(String words, String remedy) {
        this.words = words;
        this.remedy = remedy;
    }

    /** What whoever runs the server may do, as the rest of a sentence. */
    public String remedy() {
        return remedy;
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
