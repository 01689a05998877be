package org.symbolon.command.secret;

import java.util.Optional;

/**
 * Hashes PINs, and decides whether a PIN is a token's PIN. A right one is fast once it has been hashed or verified here; a
 * refusal always pays a full hash, whatever its reason, so that its time tells nothing.
 */
public final class PinVerifier {

    private final PasswordHasher hasher;
    private final PinMemory memory;

    public PinVerifier(PasswordHasher hasher, PinMemory memory) {
        this.hasher = hasher;
        this.memory = memory;
    }

    /** The hash to store for a new PIN. */
    public String hash(Secret pin) {
        String pinHash = hasher.hash(pin);
        memory.remember(pinHash, pin);
        return pinHash;
    }

    /** Whether this is the PIN; a token without a PIN hash has the empty PIN. */
    public boolean matches(String pinHash, Secret pin) {
        if (pinHash.isEmpty()) {
            return isEmptyPin(pin);
        }
        if (memory.recall(pinHash, pin).orElse(false)) {
            return true;
        }
        if (!hasher.matches(pinHash, pin)) {
            return false;
        }
        memory.remember(pinHash, pin);
        return true;
    }

    /** What {@link #matches} would say, if memory can tell without a hash. Not for refusals: it takes no time. */
    public Optional<Boolean> recall(String pinHash, Secret pin) {
        if (pinHash.isEmpty()) {
            return Optional.of(pin.isEmpty());
        }
        return memory.recall(pinHash, pin);
    }

    private boolean isEmptyPin(Secret pin) {
        if (pin.isEmpty()) {
            return true;
        }
        hasher.burn();
        return false;
    }
}
