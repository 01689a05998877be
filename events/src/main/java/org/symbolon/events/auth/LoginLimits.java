package org.symbolon.events.auth;

import java.time.Duration;

/**
 * How often somebody may fail and be right, and how much of his attempts is remembered for that.
 *
 * @param failures after how many failures he is not let in
 * @param successes how often he is let in
 * @param remembered how many attempts of a kind are remembered at most, 0 where none is counted
 * @param longest for how long they are
 */
public record LoginLimits(Ruled<LoginLimit> failures, Ruled<LoginLimit> successes, int remembered, Duration longest) {

    /** Where nothing is counted. */
    public static final LoginLimits NONE = new LoginLimits(Ruled.nothing(), Ruled.nothing(), 0, Duration.ZERO);

    /** Whether attempts are counted. */
    public boolean count() {
        return remembered > 0;
    }
}
