package org.symbolon.command.config;

import java.util.Map;
import org.symbolon.events.shared.Secret;

/** Store system settings by key. */
public record StoreSettings(Map<String, NewSetting> settings) {

    /**
     * A setting to store.
     *
     * @param value the text
     * @param type {@code password} seals the value, {@code public} opens it to every user; null keeps the known type
     * @param description free text; null keeps the known one
     */
    public record NewSetting(Secret value, String type, String description) {}

    /**
     * What became of it.
     *
     * @param isNew whether the key had no value before
     * @param isSecret whether the value was sealed, so that it must be shown to nobody
     */
    public record Stored(boolean isNew, boolean isSecret) {}
}
