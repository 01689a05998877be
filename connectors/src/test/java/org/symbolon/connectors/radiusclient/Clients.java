package org.symbolon.connectors.radiusclient;

import java.security.cert.X509Certificate;
import java.util.List;
import org.symbolon.command.radiusclient.port.KnownRadiusClient;
import org.symbolon.events.shared.Network;
import org.symbolon.events.shared.Secret;

/** Clients as tests need them. */
final class Clients {

    static final String SECRET = "shared secret";

    private Clients() {}

    static KnownRadiusClient udp(String name, String network, boolean signed) {
        return udp(name, network, SECRET, signed);
    }

    static KnownRadiusClient udp(String name, String network, String secret, boolean signed) {
        return new KnownRadiusClient(
                name, List.of(network(network)), false, Secret.of(secret), List.of(), "", signed, "", false);
    }

    static KnownRadiusClient tls(String name, String network, X509Certificate certificate, String machine) {
        return new KnownRadiusClient(
                name, List.of(network(network)), true, Secret.EMPTY, List.of(certificate), machine, true, "", false);
    }

    private static Network network(String text) {
        return Network.parse(text).orElseThrow();
    }
}
