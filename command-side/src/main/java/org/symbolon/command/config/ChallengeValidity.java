package org.symbolon.command.config;

import java.util.Locale;
import org.symbolon.command.config.port.SystemSettings;

/** For how many seconds challenges can be answered, as the settings say. What is no number counts as not set. */
public final class ChallengeValidity {

    /** The setting that holds where no other is stored. */
    public static final String DEFAULT_SETTING = "DefaultChallengeValidityTime";

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
        return settings.number(capitalised + SETTING, secondsByDefault());
    }

    /** For a challenge that asks for a new PIN. */
    public int secondsForPinReset() {
        return settings.number("PinReset" + SETTING, secondsByDefault());
    }

    /** For all that nothing else is said of. */
    public int secondsByDefault() {
        return settings.number(DEFAULT_SETTING, PRESET);
    }
}
