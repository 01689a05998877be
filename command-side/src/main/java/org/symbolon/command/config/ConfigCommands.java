package org.symbolon.command.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.config.StoreSettings.NewSetting;
import org.symbolon.command.config.StoreSettings.Stored;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.SealedConfig;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.shared.ConfigEntry;

/** What administrators do to the system settings. */
public class ConfigCommands {

    private static final String PASSWORD = "password";

    private final Repository<SystemConfig> configs;
    private final SealedConfig sealing;

    public ConfigCommands(Repository<SystemConfig> configs, SecretVault vault) {
        this.configs = configs;
        this.sealing = new SealedConfig(vault);
    }

    @CommandHandler
    public Map<String, Stored> handle(StoreSettings command) throws Exception {
        Aggregate<SystemConfig> config = configs.loadOrCreate(SystemConfig.ID, SystemConfig::new);
        Map<String, Stored> stored = new LinkedHashMap<>();
        command.settings().forEach((key, setting) -> {
            ConfigEntry entry = entry(key, setting, config.invoke(found -> found.entry(key)));
            stored.put(key, new Stored(config.invoke(found -> found.store(key, entry)), entry.isSecret()));
        });
        return stored;
    }

    /** A password stays one when it is written again without naming its type: it never ends up in clear. */
    private ConfigEntry entry(String key, NewSetting setting, ConfigEntry known) {
        if (key.isEmpty()) {
            throw Refusal.parameter("The key of a setting must not be empty");
        }
        Limits.check(key, key, Limits.SETTING_KEY);
        Limits.check(key, setting.value().reveal(), Limits.SETTING_VALUE);
        String type = firstOf(setting.type(), known == null ? null : known.type());
        String description = firstOf(setting.description(), known == null ? null : known.description());
        Limits.check(key + ".type", type, Limits.SETTING_VALUE);
        Limits.check(key + ".desc", description, Limits.SETTING_VALUE);
        if (type.equals(PASSWORD)) {
            return sealing.sealed(SystemConfig.entryBinding(key), setting.value(), known, type, description);
        }
        if (known != null) {
            sealing.erase(known);
        }
        return new ConfigEntry(setting.value().reveal(), null, type, description);
    }

    private static String firstOf(String given, String known) {
        if (given != null) {
            return given;
        }
        return known == null ? "" : known;
    }

    @CommandHandler
    public void handle(DeleteSetting command) throws Exception {
        Aggregate<SystemConfig> config = configs.loadOrCreate(SystemConfig.ID, SystemConfig::new);
        ConfigEntry known = config.invoke(found -> found.entry(command.key()));
        if (known == null) {
            throw Refusal.configAdmin("The setting '" + command.key() + "' does not exist.");
        }
        sealing.erase(known);
        config.execute(found -> found.delete(command.key()));
    }
}
