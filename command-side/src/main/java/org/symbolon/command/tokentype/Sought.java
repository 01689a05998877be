package org.symbolon.command.tokentype;

import java.time.Instant;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.secret.Secret;

/**
 * An OTP value of which it is not known what token it comes from.
 *
 * @param window how many values ahead are looked at, or how many steps to either side of now; null for as many as at a log-in
 */
public record Sought(Secret otp, Instant now, SystemSettings settings, Integer window) {

    /** The window, where a token has one of its own. */
    public long windowOr(long own) {
        return window == null ? own : window;
    }
}
