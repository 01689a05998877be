package org.symbolon.connectors.ldap;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.symbolon.connectors.parameters.StoreParameters;

/**
 * Where a directory's server listens, as one part of {@code LDAPURI} says it: {@code ldap://host}, {@code ldaps://host:636}
 * or a bare host.
 *
 * @param tlsFromTheStart whether everything is encrypted from the first byte on
 */
record LdapAddress(String host, int port, boolean tlsFromTheStart) {

    private static final String SCHEME_END = "://";
    private static final int PLAIN_PORT = 389;
    private static final int TLS_PORT = 636;
    private static final int LAST_PORT = 65_535;

    static List<LdapAddress> all(StoreParameters parameters) {
        List<LdapAddress> all =
                parameters.list("LDAPURI").stream().map(LdapAddress::of).toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("LDAPURI is missing");
        }
        return all;
    }

    private static LdapAddress of(String text) {
        try {
            URI uri = new URI(text.contains(SCHEME_END) ? text : "ldap://" + text);
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            boolean tls = scheme.equals("ldaps");
            int port = uri.getPort() < 0 ? defaultPort(tls) : uri.getPort();
            boolean sound = uri.getHost() != null && uri.getUserInfo() == null && port > 0 && port <= LAST_PORT;
            if (sound && (tls || scheme.equals("ldap"))) {
                return new LdapAddress(withoutBrackets(uri.getHost()), port, tls);
            }
        } catch (URISyntaxException malformed) {
            throw none();
        }
        throw none();
    }

    /** The text is not told, for a URL can hold a password. */
    private static IllegalArgumentException none() {
        return new IllegalArgumentException("LDAPURI names something else than ldap://host:port or ldaps://host:port");
    }

    private static int defaultPort(boolean tls) {
        return tls ? TLS_PORT : PLAIN_PORT;
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    LdapTroubleException failure(String trouble) {
        return new LdapTroubleException(this, trouble, false);
    }

    @Override
    public String toString() {
        return (tlsFromTheStart ? "ldaps://" : "ldap://") + host + ":" + port;
    }
}
