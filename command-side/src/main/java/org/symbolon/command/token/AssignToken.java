package org.symbolon.command.token;

import org.symbolon.command.secret.PinToKeep;
import org.symbolon.events.shared.TokenOwner;

/**
 * Give a token an owner, and a PIN unless it is null.
 *
 * @param taken whether its owner to be takes it himself
 */
public record AssignToken(String serial, TokenOwner owner, PinToKeep pin, boolean taken) {

    /** By somebody who gives it. */
    public AssignToken(String serial, TokenOwner owner, PinToKeep pin) {
        this(serial, owner, pin, false);
    }
}
