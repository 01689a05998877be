package org.symbolon.events.auth;

import java.time.Duration;

/**
 * How often somebody may fail and be right, and how much of his attempts is remembered for that.
 *
 * @param failures after how many failures he is not let in
 * @param successes how often he is let in
 * @param remembered how many attempts of a kind are remembered at most, 0 where none is counted
 * @param longest for how long they are
 * @param login who he is
 * @param realm where he is
 */
public record LoginLimits(
        Ruled<LoginLimit> failures,
        Ruled<LoginLimit> successes,
        int remembered,
        Duration longest,
        String login,
        String realm) {

    /** Where nothing is counted. */
    public static final LoginLimits NONE = new LoginLimits(Ruled.nothing(), Ruled.nothing(), 0, Duration.ZERO, "", "");

    /** Whether there is anything to count or to hold attempts against. */
    public boolean areWanted() {
        return count() || failures.isSaid() || successes.isSaid();
    }

    /** Whether attempts are counted. */
    public boolean count() {
        return remembered > 0;
    }
}
