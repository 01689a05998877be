package org.symbolon.command.secret;

import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.shared.ConfigEntry;

/** Seals the secret values of configurations, each under a data key of its own that goes when the value goes. */
public final class SealedConfig {

    private final SecretVault vault;

    public SealedConfig(SecretVault vault) {
        this.vault = vault;
    }

    /** The sealed entry; it keeps the data key of the entry that it replaces. */
    public ConfigEntry sealed(Secret value, ConfigEntry known, String type, String description) {
        String key = known != null && known.isSecret() ? known.secret().key() : vault.newKey();
        return new ConfigEntry(null, vault.seal(key, value), type, description);
    }

    public void erase(ConfigEntry entry) {
        if (entry.isSecret()) {
            vault.forget(entry.secret().key());
        }
    }
}
