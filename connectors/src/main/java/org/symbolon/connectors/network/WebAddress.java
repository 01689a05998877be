package org.symbolon.connectors.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Addresses on the web, and what is sent to them. */
public final class WebAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LAST_PORT = 65_535;

    private WebAddress() {}

    /** The address that was written; empty if it is none that can be asked over HTTP. */
    public static Optional<URI> read(String written) {
        try {
            URI address = new URI(written.strip());
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            return Optional.of(address)
                    .filter(it -> it.getHost() != null && it.getPort() <= LAST_PORT && SCHEMES.contains(scheme));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** The host, and the port where one is written: all of an address that may stand in a log. */
    public static String host(URI address) {
        return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    /** The fields as a form, or a query, has them. */
    public static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(one -> URLEncoder.encode(one.getKey(), UTF_8) + "=" + URLEncoder.encode(one.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
