package org.symbolon.api.token;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenDates;
import org.symbolon.policy.enrolment.PinDue;
import org.symbolon.policy.enrolment.PinTerms;

/** Prepares PINs as policies want them, and hashes those that are kept as hashes, before a command takes a database connection. */
final class Pins {

    private static final String DUE = "next_pin_change";

    private final PinVerifier verifier;

    Pins(PinVerifier verifier) {
        this.verifier = verifier;
    }

    /** The PIN as it is to be kept, which came in this parameter if anybody gave it; nothing where none is set. */
    Optional<PinToKeep> toKeep(String parameter, PinTerms terms) {
        return terms.pin().map(pin -> {
            Limits.check(parameter, pin.reveal(), Limits.PIN);
            return toKeep(pin, terms.readable());
        });
    }

    private PinToKeep toKeep(Secret pin, boolean readable) {
        if (readable) {
            return PinToKeep.readable(pin);
        }
        return PinToKeep.hashed(pin.isEmpty() ? Pin.NONE : verifier.hash(pin));
    }

    /** What becomes of the entry that says when the PIN is to be changed, where null removes it; empty if nothing does. */
    static Map<String, String> due(PinTerms terms) {
        Map<String, String> entries = new HashMap<>();
        if (terms.due() instanceof PinDue.At due) {
            entries.put(DUE, TokenDates.toMinutes(due.time()));
        }
        if (terms.due() instanceof PinDue.Never) {
            entries.put(DUE, null);
        }
        return entries;
    }
}
