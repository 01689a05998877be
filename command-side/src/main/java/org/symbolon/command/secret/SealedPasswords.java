package org.symbolon.command.secret;

import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

/** Seals the one password that a definition has, under a data key that goes when the password goes. */
public final class SealedPasswords {

    private final SecretVault vault;

    public SealedPasswords(SecretVault vault) {
        this.vault = vault;
    }

    /** What is stored in place of the former one: null when an empty one, or none, is given. */
    public Sealed replacing(Sealed former, Binding binding, Secret given) {
        if (given != null && Censored.is(given)) {
            return former;
        }
        if (given == null || given.isEmpty()) {
            erase(former);
            return null;
        }
        return vault.seal(former == null ? vault.newKey() : former.key(), binding, given);
    }

    public void erase(Sealed sealed) {
        if (sealed != null) {
            vault.forget(sealed.key());
        }
    }
}
