package org.symbolon.command.token;

import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.events.shared.Secret;

/**
 * Prepare a token for a new device. The old one stays good until the new one has shown a value.
 *
 * @param proof a value of the old device, null where none is wanted
 * @param holder the owner as an app shows him
 */
public record BeginRollover(String serial, Secret proof, Holder holder) {

    /** Shows no value. */
    @Override
    public String toString() {
        return "BeginRollover[" + serial + "]";
    }
}
