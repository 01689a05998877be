package org.symbolon.command.auth.port;

import java.util.Optional;
import org.symbolon.events.shared.Sealed;

/** The challenges that ask for a new PIN, as they are now on all nodes. */
@FunctionalInterface
public interface PinResets {

    /** The one of this transaction that can be answered now; empty if it has none, or several. */
    Optional<PinReset> pending(String transactionId);

    /**
     * Somebody is to choose a new PIN.
     *
     * @param firstPin the sealed hash of the PIN that is to be typed once more, null before the first time
     */
    record PinReset(String serial, Sealed firstPin) {}
}
