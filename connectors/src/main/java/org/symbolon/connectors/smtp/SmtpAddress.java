package org.symbolon.connectors.smtp;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.symbolon.command.smtpserver.port.MailNotSentException;
import org.symbolon.command.smtpserver.port.MailNotSentException.Trouble;
import org.symbolon.command.smtpserver.port.MailServer;

/** Where a mail server listens, read from a definition's host or URL. */
record SmtpAddress(String host, int port, boolean tlsFromTheStart) {

    private static final String SCHEME_END = "://";

    static SmtpAddress of(MailServer server) {
        String address = server.address().strip();
        if (!address.contains(SCHEME_END)) {
            return new SmtpAddress(address, server.port(), false);
        }
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() != null && (scheme.equals("smtp") || scheme.equals("smtps"))) {
                int port = uri.getPort() < 0 ? server.port() : uri.getPort();
                return new SmtpAddress(withoutBrackets(uri.getHost()), port, scheme.equals("smtps"));
            }
        } catch (URISyntaxException malformed) {
            throw none();
        }
        throw none();
    }

    /** The address is not told, for a URL can hold a password. */
    private static MailNotSentException none() {
        return new MailNotSentException("of this definition", Trouble.ADDRESS);
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    MailNotSentException failure(Trouble trouble) {
        return new MailNotSentException(toString(), trouble);
    }

    MailNotSentException failure(Trouble trouble, String more) {
        return new MailNotSentException(toString(), trouble, more);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
