package org.symbolon.command.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.events.shared.TokenDates;

/** How the fail counter of a token moves. */
public final class FailCounter {

    private FailCounter() {}

    /** The counter after one more failure; it never passes the limit. */
    public static int raised(TokenState token) {
        return Math.max(token.failCount(), Math.min(token.failCount() + 1, token.failLimit()));
    }

    /** Raises the counter by one, though no value was wrong. */
    public static void raise(Token token) {
        token.raiseFailCounter(raised(token));
    }

    /** Sets the counter to zero, unless it is. */
    public static void reset(Token token) {
        if (token.failCount() > 0 || token.info().containsKey("failcounter_exceeded")) {
            token.resetFailCounter();
        }
    }

    /** Sets the counter to this number: down by way of zero, for a token that is full no more has not been full for long. */
    static int set(Token token, int failCount) {
        if (failCount < token.failCount()) {
            token.resetFailCounter();
        }
        if (failCount > token.failCount()) {
            token.raiseFailCounter(failCount);
        }
        return 1;
    }

    /** Sets a full counter to zero when it has been full for longer than {@code failcounter_clear_timeout} minutes. */
    public static void resetIfExpired(Token token, SystemSettings settings, Instant now) {
        if (isExpired(token, settings, now)) {
            token.resetFailCounter();
        }
    }

    /** Whether a full counter has been full for so long that the next right value sets it to zero. */
    public static boolean isExpired(TokenState token, SystemSettings settings, Instant now) {
        int minutes = settings.number("failcounter_clear_timeout", 0);
        if (minutes <= 0 || token.failCount() < token.failLimit() || token.locked()) {
            return false;
        }
        Optional<Instant> full = TokenDates.parse(token.info().get("failcounter_exceeded"));
        return full.isPresent() && full.get().plus(Duration.ofMinutes(minutes)).isBefore(now);
    }
}
