package org.symbolon.command.secret;

import java.util.Optional;
import org.symbolon.command.secret.port.SecretErasedException;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;

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

    /** What to keep of a new PIN of which only the hash is to be kept. */
    public Pin hash(Secret pin) {
        Pin kept = new Pin.Hashed(hasher.hash(pin));
        memory.remember(kept, pin);
        return kept;
    }

    /** Whether this is the PIN that is kept so; a token without any has the empty PIN. */
    public boolean matches(Pin kept, Secret pin) {
        if (kept instanceof Pin.None) {
            return pin.isEmpty() || refuse();
        }
        if (memory.recall(kept, pin).orElse(false)) {
            return true;
        }
        boolean right = kept instanceof Pin.Kept readable
                ? isSealed(readable, pin) || refuse()
                : hasher.matches(kept.text(), pin);
        if (right) {
            memory.remember(kept, pin);
        }
        return right;
    }

    /** What {@link #matches} would say, if memory can tell without a hash. Not for refusals: it takes no time. */
    public Optional<Boolean> recall(Pin kept, Secret pin) {
        return kept instanceof Pin.None ? Optional.of(pin.isEmpty()) : memory.recall(kept, pin);
    }

    /** Nobody has the PIN of a token that is being erased. */
    private boolean isSealed(Pin.Kept kept, Secret pin) {
        try {
            return vault.unseal(kept.sealed()).equals(pin);
        } catch (SecretErasedException erased) {
            return false;
        }
    }

    private boolean refuse() {
        hasher.burn();
        return false;
    }
}
