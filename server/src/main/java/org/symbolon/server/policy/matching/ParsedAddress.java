package org.symbolon.server.policy.matching;

import java.util.Optional;
import org.symbolon.command.shared.Network;

/** The address of a client, read once for all the networks that it is looked for in, and only if there are any. */
final class ParsedAddress {

    private final String text;
    private Optional<Network.Bits> bits;

    ParsedAddress(String text) {
        this.text = text;
    }

    /** Whether it does not matter where the client is. */
    boolean isAny() {
        return text == null;
    }

    boolean isIn(Network network) {
        if (bits == null) {
            bits = Network.address(text);
        }
        return bits.isPresent() && network.contains(bits.get());
    }
}
