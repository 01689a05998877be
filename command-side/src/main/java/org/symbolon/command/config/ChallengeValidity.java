package org.symbolon.command.config;

import java.util.Locale;
import org.symbolon.command.config.port.SystemSettings;

/** For how many seconds challenges can be answered, as the settings say. What is no number counts as not set. */
public final class ChallengeValidity {

    private static final int PRESET = 120;
    private static final String SETTING = "ChallengeValidityTime";

    private final SystemSettings settings;

    public ChallengeValidity(SystemSettings settings) {
        this.settings = settings;
    }

    /** For a challenge of this token type, for instance as {@code HotpChallengeValidityTime} says. */
    public int seconds(String tokenType) {
        String capitalised = tokenType.isEmpty()
                ? ""
                : tokenType.substring(0, 1).toUpperCase(Locale.ROOT)
                        + tokenType.substring(1).toLowerCase(Locale.ROOT);
        return settings.number(capitalised + SETTING, byDefault());
    }

    /** For a challenge that asks for a new PIN. */
    public int secondsForPinReset() {
        return settings.number("PinReset" + SETTING, byDefault());
    }

    /** For all that nothing else is said of. */
    private int byDefault() {
        return settings.number("Default" + SETTING, PRESET);
    }
}
