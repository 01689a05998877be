package org.symbolon.command.token;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.symbolon.events.shared.TokenDates;

/**
 * Whether a token whose OTP value was right may be used now. The checks run in a fixed order, and the first that fails
 * gives the text that clients are shown.
 */
public final class Fitness {

    private Fitness() {}

    /** Why the token is unfit, empty if it is fit. */
    public static Optional<String> refusalOf(TokenState token, Instant now) {
        Optional<String> refusal = refusalBesideEnrolment(token, now);
        return refusal.isEmpty() && !token.isFinished() ? Optional.of("Token is not yet enrolled") : refusal;
    }

    /** As {@link #refusalOf} where it does not matter that the enrolment is unfinished, since this finishes it. */
    public static Optional<String> refusalBesideEnrolment(TokenState token, Instant now) {
        if (exhausted(token.info(), "count_auth") || exhausted(token.info(), "count_auth_success")) {
            return Optional.of("Authentication counter exceeded");
        }
        if (!token.active()) {
            return Optional.of("Token is disabled");
        }
        if (token.failCount() >= token.failLimit()) {
            return Optional.of("Failcounter exceeded");
        }
        if (outsideValidity(token.info(), now)) {
            return Optional.of("Outside validity period");
        }
        return Optional.empty();
    }

    private static boolean exhausted(Map<String, String> info, String counter) {
        int most = TokenState.number(info.get(counter + "_max"));
        return most > 0 && TokenState.number(info.get(counter)) >= most;
    }

    private static boolean outsideValidity(Map<String, String> info, Instant now) {
        Optional<Instant> start = TokenDates.parse(info.get("validity_period_start"));
        Optional<Instant> end = TokenDates.parse(info.get("validity_period_end"));
        return (start.isPresent() && start.get().isAfter(now))
                || (end.isPresent() && end.get().isBefore(now));
    }
}
