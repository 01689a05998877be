package org.symbolon.command.auth;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.command.auth.port.UserPasswords;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.events.auth.PinMode;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;

/** Finds out for one log-in what counts as the PIN of a token and whether it is right. Each password is asked for once. */
final class PinCheck {

    private record Password(TokenOwner owner, Secret typed) {}

    private final PinMode mode;
    private final PinVerifier pins;
    private final UserPasswords passwords;
    private final Map<Password, Boolean> known = new HashMap<>();

    PinCheck(PinMode mode, PinVerifier pins, UserPasswords passwords) {
        this.mode = mode;
        this.pins = pins;
        this.passwords = passwords;
    }

    boolean matches(Candidate candidate, Secret pin) {
        return switch (mode) {
            case NONE -> pin.isEmpty();
            case TOKEN_PIN -> pins.matches(candidate.pin(), pin);
            case USER_STORE -> isPassword(candidate.owner(), pin);
        };
    }

    /** What {@link #matches} would say, if that can be told at once. Not for refusals: it takes no time. */
    Optional<Boolean> recall(Candidate candidate, Secret pin) {
        return switch (mode) {
            case NONE -> Optional.of(pin.isEmpty());
            case TOKEN_PIN -> pins.recall(candidate.pin(), pin);
            case USER_STORE -> Optional.ofNullable(known.get(new Password(candidate.owner(), pin)));
        };
    }

    /** Nobody has the empty password, whatever his user store says. */
    private boolean isPassword(TokenOwner owner, Secret pin) {
        if (owner == null || pin.isEmpty()) {
            return false;
        }
        return known.computeIfAbsent(new Password(owner, pin), asked -> passwords.match(owner, pin));
    }
}
