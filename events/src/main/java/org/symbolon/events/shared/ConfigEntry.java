package org.symbolon.events.shared;

/**
 * One value of a configuration, in clear or sealed, never both.
 *
 * @param value the text, null when it is a secret
 * @param secret the sealed text, null when it is none
 * @param type free hint; {@code password} marks a secret, {@code public} what every user may read
 * @param description free text
 */
public record ConfigEntry(String value, Sealed secret, String type, String description) {

    public static ConfigEntry plain(String value) {
        return new ConfigEntry(value, null, "", "");
    }

    public boolean isSecret() {
        return secret != null;
    }
}
