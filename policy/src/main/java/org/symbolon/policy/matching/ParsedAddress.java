package org.symbolon.policy.matching;

import java.util.Optional;
import org.symbolon.events.shared.Network;

/**
 * The address of a client, read once for all the networks that it is looked for in, and only if there are any. Many policies
 * name the same networks one after the other: the last answer is kept.
 */
final class ParsedAddress {

    private final String text;
    private Optional<Network.Bits> bits;
    private ClientList last;
    private boolean lastAdmits;

    ParsedAddress(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Whether it does not matter where the client is. */
    boolean isAny() {
        return text == null;
    }

    boolean isAdmittedBy(ClientList clients) {
        if (last != clients) {
            lastAdmits = clients.admits(this);
            last = clients;
        }
        return lastAdmits;
    }

    boolean isIn(Network network) {
        if (bits == null) {
            bits = Network.address(text);
        }
        return bits.isPresent() && network.contains(bits.get());
    }
}
