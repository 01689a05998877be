package org.symbolon.command.secret;

import org.symbolon.command.secret.port.SecretVault;

/**
 * A PIN that a token is to get, and in which form. It is hashed before the command is sent, for that takes long, but sealed
 * while the command is handled: only then it is known under which data key.
 */
public sealed interface PinToKeep {

    /** The text that stands for the PIN of the token that has this data key. */
    String under(String key, SecretVault vault);

    /** A PIN of which only the hash is kept; the empty text for the empty PIN. */
    static PinToKeep hashed(String pinHash) {
        return new Hashed(pinHash);
    }

    /** A PIN that can be read again. There is nothing to hide in an empty one. */
    static PinToKeep readable(Secret pin) {
        return pin.isEmpty() ? new Hashed("") : new Open(pin);
    }

    /** The PIN of another token, in the form that it has there: what is sealed is sealed anew, for each token has a key. */
    static PinToKeep copyOf(String stored, SecretVault vault) {
        return SealedPin.is(stored) ? new Open(vault.unseal(SealedPin.read(stored))) : new Hashed(stored);
    }

    /** The form of all PINs that nobody decided about. */
    record Hashed(String pinHash) implements PinToKeep {

        @Override
        public String under(String key, SecretVault vault) {
            return pinHash;
        }
    }

    /** The form of those that a policy wants to be readable. */
    record Open(Secret pin) implements PinToKeep {

        @Override
        public String under(String key, SecretVault vault) {
            return SealedPin.written(vault.seal(key, pin));
        }
    }
}
