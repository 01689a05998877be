package org.symbolon.command.secret;

/**
 * Decides whether a PIN is a token's PIN. A right one is fast from the second time on; a refusal always pays a full
 * hash, whatever its reason, so that its time tells nothing.
 */
public final class PinVerifier {

    private final PasswordHasher hasher;
    private final PinMemory memory;

    public PinVerifier(PasswordHasher hasher, PinMemory memory) {
        this.hasher = hasher;
        this.memory = memory;
    }

    /** Whether this is the PIN; a token without a PIN hash has the empty PIN. */
    public boolean matches(String serial, String pinHash, Secret pin) {
        if (pinHash.isEmpty()) {
            return isEmptyPin(pin);
        }
        if (memory.knows(serial, pinHash, pin)) {
            return true;
        }
        if (!hasher.matches(pinHash, pin)) {
            return false;
        }
        memory.remember(serial, pinHash, pin);
        return true;
    }

    private boolean isEmptyPin(Secret pin) {
        if (pin.isEmpty()) {
            return true;
        }
        hasher.burn();
        return false;
    }
}
