package org.symbolon.command.tokentype;

import java.util.Map;
import java.util.Optional;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TypeState;

/**
 * What a type may know of a token. Secrets are opened when they are first asked for.
 *
 * @param otpLength digits or characters of an OTP value
 * @param countWindow how many counters a log-in looks ahead
 * @param syncWindow how many counters or steps a resynchronisation looks ahead
 * @param state what the type keeps of it
 * @param info what people and the token itself keep beside
 * @param rolloutState how far its enrolment is; empty when it is complete
 */
public record TokenView(
        String serial,
        int otpLength,
        int countWindow,
        int syncWindow,
        String description,
        TypeState state,
        Map<String, String> info,
        String rolloutState,
        TokenSecrets secrets) {

    /** The secret that server and device share. */
    public Secret secret() {
        return secrets.own();
    }

    /** The PIN that is typed into the device, and not here. */
    public Optional<Secret> userPin() {
        return secrets.userPin();
    }

    /** An entry of the state that is sealed. */
    public Optional<Secret> secret(String entry) {
        return state.sealed(entry).map(box -> secrets.open(entry, box));
    }

    /** The same token with other secrets. */
    public TokenView with(TokenSecrets other) {
        return new TokenView(serial, otpLength, countWindow, syncWindow, description, state, info, rolloutState, other);
    }

    /** Shows no secret, and nothing of what somebody wrote. */
    @Override
    public String toString() {
        return "TokenView[" + serial + "]";
    }
}
