package org.symbolon.api.configuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.symbolon.api.config.PublicSettings;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.config.DeleteSetting;
import org.symbolon.command.config.StoreSettings;
import org.symbolon.command.config.SystemConfig;
import org.symbolon.command.secret.Censored;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Secret;
import org.symbolon.projections.config.ConfigurationView;

/** System settings. A file can write the value alone. */
@Component
final class SettingKind implements ConfigurationKind {

    private static final String VALUE = "value";
    private static final String TYPE = "type";
    private static final String DESCRIPTION = "desc";
    private static final String PASSWORD = "password";

    /** What begins so is the server's own. */
    private static final String OWN = "__";

    private static final Shape SHAPE = Shape.fields("")
            .with(VALUE, Shape.text("What it says.").required())
            .with(TYPE, Shape.text("`password` has it sealed, `public` shows it to users."))
            .with(DESCRIPTION, Shape.text("What it is for."));

    private final Supplier<ConfigurationView> configuration;
    private final SecretVault vault;

    SettingKind(Supplier<ConfigurationView> configuration, SecretVault vault) {
        this.configuration = configuration;
        this.vault = vault;
    }

    @Override
    public String name() {
        return "config";
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public List<ConfiguredItem> present() {
        return configuration.get().settings().entrySet().stream()
                .filter(setting -> !setting.getKey().startsWith(OWN))
                .map(setting -> item(setting.getKey(), setting.getValue()))
                .toList();
    }

    private ConfiguredItem item(String key, ConfigEntry entry) {
        Object value = entry.isSecret()
                ? SealedValue.of(() -> vault.unseal(SystemConfig.entryBinding(key), entry.secret()))
                : entry.value();
        return new ConfiguredItem(
                key, 0, Map.of(VALUE, value, TYPE, text(entry.type()), DESCRIPTION, text(entry.description())));
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    /** What stands elsewhere is a secret, and what everybody needs for enrolling is open to everybody. */
    @Override
    public Map<String, Object> normal(GivenItem given, Map<String, Object> fields, Optional<ConfiguredItem> present) {
        if (given.name().startsWith(OWN)) {
            throw given.fault("the setting '%s' is the server's own".formatted(given.name()));
        }
        Map<String, Object> normal = new LinkedHashMap<>(fields);
        boolean secret = fields.get(VALUE) instanceof Secret || Censored.TEXT.equals(fields.get(VALUE));
        String type = Fields.text(fields, TYPE);
        if (type.isEmpty() && secret) {
            normal.put(TYPE, PASSWORD);
        } else if (type.isEmpty() && PublicSettings.contains(given.name())) {
            normal.put(TYPE, "public");
        } else if (type.equals(PASSWORD) && !secret) {
            throw given.fault(
                    VALUE,
                    "the setting '%s' is a secret and must not stand in this file: write {file: PATH} or {env: NAME}, or %s for the one that the server has"
                            .formatted(given.name(), Censored.TEXT));
        }
        return normal;
    }

    @Override
    public List<ItemStep> save(String name, Map<String, Object> fields, Optional<ConfiguredItem> present) {
        Secret given = Fields.secret(fields, VALUE);
        Secret value = Censored.is(given)
                ? present.map(item -> item.fields().get(VALUE))
                        .filter(SealedValue.class::isInstance)
                        .map(SealedValue.class::cast)
                        .map(SealedValue::open)
                        .orElse(given)
                : given;
        return List.of(ItemStep.of(new StoreSettings(Map.of(
                name,
                new StoreSettings.NewSetting(value, Fields.text(fields, TYPE), Fields.text(fields, DESCRIPTION))))));
    }

    @Override
    public Object deletion(ConfiguredItem present) {
        return new DeleteSetting(present.name());
    }
}
