package org.symbolon.command.machineresolver;

import java.util.HashMap;
import java.util.Map;
import org.symbolon.command.machine.port.MachineSource;
import org.symbolon.command.machine.port.MachineStoreUnavailableException;
import org.symbolon.command.secret.port.SealBrokenException;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.shared.ConfigEntry;

/** Opens the secrets of machine resolvers for those who connect to their stores. */
public final class MachineResolverSecrets {

    private final SecretVault vault;

    public MachineResolverSecrets(SecretVault vault) {
        this.vault = vault;
    }

    /**
     * The configuration in clear.
     *
     * @throws MachineStoreUnavailableException if a secret in it was not sealed for this resolver
     */
    public Map<String, String> clear(MachineSource source) {
        Map<String, String> clear = new HashMap<>();
        try {
            source.entries().forEach((key, entry) -> clear.put(key, clear(source.name(), key, entry)));
            return clear;
        } catch (SealBrokenException forged) {
            throw new MachineStoreUnavailableException(forged.getMessage(), forged);
        }
    }

    private String clear(String resolver, String key, ConfigEntry entry) {
        return entry.isSecret()
                ? vault.unseal(MachineResolver.KIND.entryBinding(resolver, key), entry.secret())
                        .reveal()
                : entry.value();
    }
}
