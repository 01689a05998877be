package org.symbolon.store.readmodel;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.command.config.SystemConfig;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Secret;
import org.symbolon.projections.config.ConfigurationViews;

/** The system settings as the configuration in memory has them; what is sealed is opened only for who asks for a secret. */
@Component
final class ViewedSettings implements SystemSettings {

    private final ConfigurationViews views;
    private final SecretVault vault;

    ViewedSettings(ConfigurationViews views, SecretVault vault) {
        this.views = views;
        this.vault = vault;
    }

    @Override
    public Optional<String> text(String key) {
        return views.current().setting(key).map(ConfigEntry::value);
    }

    @Override
    public Optional<Secret> secret(String key) {
        return views.current()
                .setting(key)
                .map(entry -> entry.isSecret()
                        ? vault.unseal(SystemConfig.entryBinding(key), entry.secret())
                        : Secret.of(entry.value()));
    }
}
