package org.symbolon.command.token;

import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TypeState;

/**
 * A token as it goes to another server.
 *
 * @param secret what it shares with its device
 * @param state what its type keeps; what is sealed among it stays so
 */
public record ExportedToken(
        String serial, String type, String description, Secret secret, int otpLength, TypeState state) {

    /** Shows no secret, and nothing of what somebody wrote. */
    @Override
    public String toString() {
        return "ExportedToken[" + serial + "]";
    }
}
