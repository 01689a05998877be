package org.symbolon.command.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.symbolon.command.token.TokenState;
import org.symbolon.events.shared.TokenDates;

/** When a token was used last. */
final class LastUse {

    private LastUse() {}

    /**
     * Why the token may not be used after all this time; empty if it may. A token that was never used may.
     *
     * @param longest the longest time since its last success, null for any
     */
    static Optional<String> refusal(Duration longest, TokenState token, Instant now) {
        if (longest == null) {
            return Optional.empty();
        }
        String last = token.info().get("last_auth");
        return TokenDates.parse(last)
                .filter(time -> time.plus(longest).isBefore(now))
                .map(time -> "The last successful authentication was " + last + ". It is to long ago.");
    }
}
