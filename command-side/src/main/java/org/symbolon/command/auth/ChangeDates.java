package org.symbolon.command.auth;

import java.time.Instant;
import java.util.Optional;
import org.symbolon.command.token.TokenState;
import org.symbolon.events.shared.TokenDates;

/**
 * By when the PIN and the password of a token are to be changed, as its info says.
 *
 * @param pin the date of the PIN, null for none
 * @param pinIsDue whether that has passed
 * @param password the date of the password, null for none
 * @param passwordIsDue whether that has passed
 */
public record ChangeDates(String pin, boolean pinIsDue, String password, boolean passwordIsDue) {

    public static final ChangeDates NONE = new ChangeDates(null, false, null, false);

    static ChangeDates of(TokenState token, Instant now) {
        String pin = token.info().get("next_pin_change");
        String password = token.info().get("next_password_change");
        if (pin == null && password == null) {
            return NONE;
        }
        return new ChangeDates(pin, hasPassed(pin, now), password, hasPassed(password, now));
    }

    private static boolean hasPassed(String date, Instant now) {
        Optional<Instant> time = TokenDates.parse(date);
        return time.isPresent() && time.get().isBefore(now);
    }
}
