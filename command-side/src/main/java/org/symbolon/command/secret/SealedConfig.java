package org.symbolon.command.secret;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Secret;

/** Seals the secret values of configurations, each under a data key of its own that goes when the value goes. */
public final class SealedConfig {

    private final SecretVault vault;

    public SealedConfig(SecretVault vault) {
        this.vault = vault;
    }

    /**
     * The entries to be written. Those that are secrets, by their key, their type or because they were before, are sealed;
     * a secret that comes back censored is not written at all.
     *
     * @param bindings what the secret of a key is sealed for
     * @throws Refusal 905 if an entry is too long, or a hint belongs to no entry
     */
    public Map<String, ConfigEntry> entries(
            Function<String, Binding> bindings,
            GivenEntries given,
            Set<String> secretKeys,
            Map<String, ConfigEntry> before) {
        checkHints(given.types(), "type.", given.values());
        checkHints(given.descriptions(), "desc.", given.values());
        Map<String, ConfigEntry> entries = new HashMap<>();
        given.values().forEach((key, value) -> {
            Limits.check(key, key, Limits.SETTING_KEY);
            Limits.check(key, value.reveal(), Limits.SETTING_VALUE);
            ConfigEntry former = before.get(key);
            String type = given.types().getOrDefault(key, "");
            String description = given.descriptions().getOrDefault(key, "");
            boolean secret =
                    secretKeys.contains(key) || "password".equals(type) || (former != null && former.isSecret());
            if (!secret) {
                entries.put(key, new ConfigEntry(value.reveal(), null, type, description));
            } else if (!Censored.is(value)) {
                entries.put(key, sealed(bindings.apply(key), value, former, "password", description));
            }
        });
        return entries;
    }

    private static void checkHints(Map<String, String> hints, String prefix, Map<String, Secret> values) {
        hints.forEach((key, hint) -> {
            if (!values.containsKey(key)) {
                throw Refusal.parameter("Parameter '" + prefix + key + "' without parameter '" + key + "'");
            }
            Limits.check(prefix + key, hint, Limits.SETTING_VALUE);
        });
    }

    /** The sealed entry; it keeps the data key of the entry that it replaces. */
    public ConfigEntry sealed(Binding binding, Secret value, ConfigEntry known, String type, String description) {
        String key = known != null && known.isSecret() ? known.secret().key() : vault.newKey();
        return new ConfigEntry(null, vault.seal(key, binding, value), type, description);
    }

    public void erase(ConfigEntry entry) {
        if (entry.isSecret()) {
            vault.forget(entry.secret().key());
        }
    }
}
