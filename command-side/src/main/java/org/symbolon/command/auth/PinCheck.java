package org.symbolon.command.auth;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.command.auth.port.UserPasswords;
import org.symbolon.command.secret.Payer;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.command.token.Token;
import org.symbolon.events.auth.PinMode;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;

/**
 * Finds out for one log-in what counts as the PIN of a token and whether it is right. Each password is asked for once, each PIN
 * is hashed once, and not more of them than a log-in may cost.
 */
final class PinCheck {

    private static final int MOST_HASHED_TOKENS = 8;
    private static final int MOST_LOOKS = 16;

    private record Password(TokenOwner owner, Secret typed) {}

    private record Guess(Pin kept, Secret typed) {}

    private final PinMode mode;
    private final PinVerifier pins;
    private final UserPasswords passwords;
    private final Predicate<String> mayBeUsed;
    private final Payer payer;
    private final Map<Password, Boolean> known = new HashMap<>();
    private final Map<Guess, Boolean> hashed = new HashMap<>();
    private final Set<String> hashedTokens = new HashSet<>();
    private final Map<String, Boolean> looks = new HashMap<>();
    private boolean asked;

    /**
     * @param mayBeUsed whether the token of a serial is fit for a log-in: of one that is not no PIN is hashed
     * @param payer on whose account hashes are
     */
    PinCheck(PinMode mode, PinVerifier pins, UserPasswords passwords, Predicate<String> mayBeUsed, Payer payer) {
        this.mode = mode;
        this.pins = pins;
        this.passwords = passwords;
        this.mayBeUsed = mayBeUsed;
        this.payer = payer;
    }

    boolean matches(Candidate candidate, Secret pin) {
        asked = true;
        return switch (mode) {
            case NONE -> pin.isEmpty();
            case TOKEN_PIN -> recallPin(candidate, pin).orElseGet(() -> isHashed(candidate, pin));
            case USER_STORE -> isPassword(candidate.owner(), pin);
        };
    }

    /** What {@link #matches} would say, if that can be told at once. Not for refusals: it takes no time. */
    Optional<Boolean> recall(Candidate candidate, Secret pin) {
        return switch (mode) {
            case NONE -> Optional.of(pin.isEmpty());
            case TOKEN_PIN -> recallPin(candidate, pin);
            case USER_STORE -> Optional.ofNullable(known.get(new Password(candidate.owner(), pin)));
        };
    }

    private Optional<Boolean> recallPin(Candidate candidate, Secret pin) {
        return pins.recall(Token.binding(candidate.serial(), SecretPurpose.PIN), candidate.pin(), pin);
    }

    /**
     * For a log-in that fails: if it was by a PIN, that takes the time of a hash at least.
     *
     * @param always whether it does also if it was not
     */
    void settle(boolean always) {
        if ((asked || always) && mode == PinMode.TOKEN_PIN && hashed.isEmpty()) {
            pins.pretend(payer);
        }
    }

    private boolean isHashed(Candidate candidate, Secret pin) {
        Guess guess = new Guess(candidate.pin(), pin);
        Boolean answered = hashed.get(guess);
        if (answered != null) {
            return answered;
        }
        if (!isWorthAHash(candidate.serial())) {
            return false;
        }
        boolean right = pins.hashMatches(candidate.pin(), pin, payer);
        hashed.put(guess, right);
        return right;
    }

    /** A token that was hashed once may be once more: what was typed may be its PIN as a whole, or with a value. */
    private boolean isWorthAHash(String serial) {
        if (hashedTokens.contains(serial)) {
            return true;
        }
        boolean affordable = hashedTokens.size() < MOST_HASHED_TOKENS && looks.size() < MOST_LOOKS;
        return affordable && looks.computeIfAbsent(serial, mayBeUsed::test) && hashedTokens.add(serial);
    }

    /** Nobody has the empty password, whatever his user store says. */
    private boolean isPassword(TokenOwner owner, Secret pin) {
        if (owner == null || pin.isEmpty()) {
            return false;
        }
        return known.computeIfAbsent(new Password(owner, pin), asked -> passwords.match(owner, pin));
    }
}
