package org.symbolon.api.configuration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.symbolon.command.machine.MachineStoreTypes;
import org.symbolon.command.machine.port.MachineSource;
import org.symbolon.command.machine.port.MachineSources;
import org.symbolon.command.machineresolver.DeleteMachineResolver;
import org.symbolon.command.machineresolver.MachineResolver;
import org.symbolon.command.machineresolver.SaveMachineResolver;
import org.symbolon.command.secret.GivenEntries;
import org.symbolon.command.secret.port.SecretVault;

/** Machine resolvers. */
@Component
final class MachineResolverKind extends EntriesKind {

    private final MachineSources resolvers;
    private final MachineStoreTypes types;
    private final SecretVault vault;

    MachineResolverKind(MachineSources resolvers, MachineStoreTypes types, SecretVault vault) {
        super(true);
        this.resolvers = resolvers;
        this.types = types;
        this.vault = vault;
    }

    @Override
    public String name() {
        return "machineresolver";
    }

    @Override
    public List<ConfiguredItem> present() {
        return resolvers.all().stream().map(this::item).toList();
    }

    private ConfiguredItem item(MachineSource resolver) {
        Map<String, Object> data = new HashMap<>();
        resolver.entries().forEach((key, entry) -> {
            if (entry.isSecret()) {
                data.put(
                        key,
                        SealedValue.of(() ->
                                vault.unseal(MachineResolver.KIND.entryBinding(resolver.name(), key), entry.secret())));
            } else {
                data.put(key, entry.value());
            }
        });
        return new ConfiguredItem(resolver.name(), 0, Map.of(TYPE, resolver.type(), DATA, data));
    }

    @Override
    Set<String> secretKeys(String type) {
        return types.require(type).secretKeys();
    }

    @Override
    Object saving(String name, String type, GivenEntries changed) {
        return new SaveMachineResolver(name, type, changed);
    }

    @Override
    public Object deletion(ConfiguredItem present) {
        return new DeleteMachineResolver(present.name());
    }
}
