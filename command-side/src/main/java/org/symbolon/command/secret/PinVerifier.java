package org.symbolon.command.secret;

import java.util.Optional;
import org.symbolon.command.secret.port.SecretErasedException;
import org.symbolon.command.secret.port.SecretVault;

/**
 * Hashes PINs, and decides whether a PIN is a token's PIN, be that kept as a hash or sealed. A right one is fast once it has
 * been hashed or verified here; a refusal always pays a full hash, whatever its reason, so that its time tells nothing.
 */
public final class PinVerifier {

    private final PasswordHasher hasher;
    private final PinMemory memory;
    private final SecretVault vault;

    public PinVerifier(PasswordHasher hasher, PinMemory memory, SecretVault vault) {
        this.hasher = hasher;
        this.memory = memory;
        this.vault = vault;
    }

    /** The hash to store for a new PIN. */
    public String hash(Secret pin) {
        String pinHash = hasher.hash(pin);
        memory.remember(pinHash, pin);
        return pinHash;
    }

    /** Whether this is the PIN that is stored so; a token without any has the empty PIN. */
    public boolean matches(String stored, Secret pin) {
        if (stored.isEmpty()) {
            return pin.isEmpty() || refuse();
        }
        if (memory.recall(stored, pin).orElse(false)) {
            return true;
        }
        boolean right = SealedPin.is(stored) ? isSealed(stored, pin) || refuse() : hasher.matches(stored, pin);
        if (right) {
            memory.remember(stored, pin);
        }
        return right;
    }

    /** What {@link #matches} would say, if memory can tell without a hash. Not for refusals: it takes no time. */
    public Optional<Boolean> recall(String stored, Secret pin) {
        if (stored.isEmpty()) {
            return Optional.of(pin.isEmpty());
        }
        return memory.recall(stored, pin);
    }

    /** Nobody has the PIN of a token that is being erased. */
    private boolean isSealed(String stored, Secret pin) {
        try {
            return vault.unseal(SealedPin.read(stored)).equals(pin);
        } catch (SecretErasedException erased) {
            return false;
        }
    }

    private boolean refuse() {
        hasher.burn();
        return false;
    }
}
