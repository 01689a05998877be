package org.symbolon.connectors.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.symbolon.events.shared.Network;

/**
 * Says which addresses may be connected to for somebody who names a URL: neither the server itself nor what only a machine in its
 * place can reach, such as the service that hands out a cloud machine's credentials. It is asked about the address that is
 * connected to, so that no name, no redirection and no change of mind of a name server leads around it.
 */
public final class AddressGuard {

    /** The setting that lets some of them be reached. */
    public static final String SETTING = "symbolon.local-destinations";

    /** This machine, its link, multicast, and the fixed addresses at which clouds speak to their machines. */
    private static final List<Network> LOCAL = networks(
            "0.0.0.0/8",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "100.100.100.200",
            "168.63.129.16",
            "192.0.0.0/24",
            "224.0.0.0/4",
            "255.255.255.255",
            "::",
            "::1",
            "fe80::/10",
            "ff00::/8",
            "fd00:ec2::/32",
            "fd20:ce::254");

    /** Addresses of IPv6 that stand for one of IPv4, and where in them it lies (RFC 4291, 2.5.5; RFC 6052; RFC 8215; RFC 3056). */
    private static final List<Embedding> EMBEDDINGS = List.of(
            new Embedding("::/96", 12),
            new Embedding("64:ff9b::/96", 12),
            new Embedding("64:ff9b:1::/48", 12),
            new Embedding("2002::/16", 2));

    private static final int OCTETS_OF_IPV4 = 4;

    private final List<Network> allowed;

    private record Embedding(Network network, int begin) {

        Embedding(String network, int begin) {
            this(AddressGuard.network(network), begin);
        }
    }

    private AddressGuard(List<Network> allowed) {
        this.allowed = allowed;
    }

    /**
     * One that lets these local addresses and networks be reached, beside all that are not local.
     *
     * @throws IllegalArgumentException if one of them is neither an address nor a network
     */
    public static AddressGuard allowing(List<String> local) {
        return new AddressGuard(networks(local.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toArray(String[]::new)));
    }

    private static List<Network> networks(String... texts) {
        return Arrays.stream(texts).map(AddressGuard::network).toList();
    }

    private static Network network(String text) {
        return Network.parse(text)
                .orElseThrow(() ->
                        new IllegalArgumentException(SETTING + ": '" + text + "' is neither an address nor a network"));
    }

    /**
     * Lets an address pass that may be connected to.
     *
     * @throws AddressRefusedException if it may not
     */
    public void check(InetAddress address) throws AddressRefusedException {
        String literal = literal(address.getAddress());
        boolean local = isIn(LOCAL, literal)
                || embedded(address).filter(one -> isIn(LOCAL, one)).isPresent();
        if (local && !isIn(allowed, literal)) {
            throw new AddressRefusedException(literal);
        }
    }

    private static boolean isIn(List<Network> networks, String literal) {
        return networks.stream().anyMatch(network -> network.contains(literal));
    }

    private static Optional<String> embedded(InetAddress address) {
        String literal = literal(address.getAddress());
        return EMBEDDINGS.stream()
                .filter(embedding -> embedding.network().contains(literal))
                .map(embedding -> literal(Arrays.copyOfRange(
                        address.getAddress(), embedding.begin(), embedding.begin() + OCTETS_OF_IPV4)))
                .findFirst();
    }

    /** Without the name of an interface, which an address of a link may have. */
    private static String literal(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("An address has 4 or 16 octets", impossible);
        }
    }
}
