package org.symbolon.command.tokentype;

import java.time.Instant;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.events.shared.Secret;

/**
 * An OTP value of which it is not known what token it comes from.
 *
 * @param window how many values ahead are looked at, or how many steps to either side of now; null for as many as at a log-in,
 *     as long as that is not very many: there may be many tokens to look at
 */
public record Sought(Secret otp, Instant now, SystemSettings settings, Integer window) {

    private static final long WIDEST = 1000;

    /** The window, where a token has one of its own. */
    public long windowOr(long own) {
        return window == null ? Math.min(own, WIDEST) : window;
    }
}
