package org.symbolon.command.token;

import org.symbolon.events.shared.Secret;

/** Let the new device of a token take the place of the old one, for it shows this value. */
public record ConfirmRollover(String serial, Secret value) {

    /** Shows no value. */
    @Override
    public String toString() {
        return "ConfirmRollover[" + serial + "]";
    }
}
