package org.symbolon.command.secret;

import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;

/**
 * A PIN that a token is to get, and in which form. It is hashed before the command is sent, for that takes long, but sealed
 * while the command is handled: only then it is known under which data key.
 */
public sealed interface PinToKeep {

    /**
     * The PIN of the token that has this data key.
     *
     * @param binding what the token's PIN is sealed for
     */
    Pin under(String key, Binding binding, SecretVault vault);

    /** A PIN of which only the hash is kept, or none. */
    static PinToKeep hashed(Pin pin) {
        return new Hashed(pin);
    }

    /** A PIN that can be read again. There is nothing to hide in an empty one. */
    static PinToKeep readable(Secret pin) {
        return pin.isEmpty() ? new Hashed(Pin.NONE) : new Open(pin);
    }

    /**
     * The PIN of another token, in the form that it has there: what is sealed is sealed anew, for each token has a key, and its seal
     * opens for it alone.
     *
     * @param binding what the other token's PIN is sealed for
     */
    static PinToKeep copyOf(Pin pin, Binding binding, SecretVault vault) {
        return pin instanceof Pin.Kept kept ? new Open(vault.unseal(binding, kept.sealed())) : new Hashed(pin);
    }

    /** The form of all PINs that nobody decided about. */
    record Hashed(Pin pin) implements PinToKeep {

        @Override
        public Pin under(String key, Binding binding, SecretVault vault) {
            return pin;
        }
    }

    /** The form of those that a policy wants to be readable. */
    record Open(Secret pin) implements PinToKeep {

        @Override
        public Pin under(String key, Binding binding, SecretVault vault) {
            return new Pin.Kept(vault.seal(key, binding, pin));
        }
    }
}
