package org.symbolon.command.secret;

import java.util.Optional;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SecretErasedException;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;

/**
 * Hashes PINs, and decides whether a PIN is a token's PIN, be that kept as a hash or sealed. Once it has been hashed or verified,
 * here or on another node, a hash is not needed to tell it, or another, again.
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

    /**
     * Whether this is the PIN that is kept so, where no hash is needed to tell; a token without any has the empty PIN.
     *
     * @param binding what it is sealed for, if it can be read again
     */
    public Optional<Boolean> recall(Binding binding, Pin kept, Secret pin) {
        if (kept instanceof Pin.None) {
            return Optional.of(pin.isEmpty());
        }
        return kept instanceof Pin.Kept readable
                ? Optional.of(isSealed(binding, readable, pin))
                : memory.recall(kept, pin);
    }

    /** Whether this is the PIN that is kept so, at the cost of a hash where {@link #recall} cannot tell. */
    public boolean matches(Binding binding, Pin kept, Secret pin, Payer payer) {
        return recall(binding, kept, pin).orElseGet(() -> hashMatches(kept, pin, payer));
    }

    /** The same for whoever has asked {@link #recall} in vain: it is not asked again. */
    public boolean hashMatches(Pin kept, Secret pin, Payer payer) {
        boolean right = hasher.matches(kept.text(), pin, payer);
        if (right) {
            memory.remember(kept, pin);
        }
        return right;
    }

    /** Takes the time of a hash: for a refusal that needed none, so that its time tells nothing. */
    public void pretend(Payer payer) {
        hasher.pretend(payer);
    }

    /** Nobody has the PIN of a token that is being erased. */
    private boolean isSealed(Binding binding, Pin.Kept kept, Secret pin) {
        try {
            return vault.unseal(binding, kept.sealed()).equals(pin);
        } catch (SecretErasedException erased) {
            return false;
        }
    }
}
