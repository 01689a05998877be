package org.symbolon.command.auth.brake;

import java.time.Duration;

/**
 * When attempts are slowed down, and how much.
 *
 * @param failures after how many failures a pause is due; 0 for never
 * @param forgivenBySuccess how many failures a success makes up for
 * @param forgivenAfter after how long one failure is forgotten
 * @param firstPause the pause after the failure that is one too many; each further failure doubles it
 * @param longestPause what no pause is longer than
 */
public record BrakeRule(
        int failures, int forgivenBySuccess, Duration forgivenAfter, Duration firstPause, Duration longestPause) {

    /** So many doublings make the longest pause of any. */
    private static final int MOST_DOUBLINGS = 30;

    public BrakeRule {
        if (failures < 0 || forgivenBySuccess < 0) {
            throw new IllegalArgumentException("The numbers of a brake are not negative");
        }
        if (!isPositive(forgivenAfter) || !isPositive(firstPause) || !isPositive(longestPause)) {
            throw new IllegalArgumentException("The times of a brake are longer than nothing");
        }
    }

    private static boolean isPositive(Duration time) {
        return !time.isNegative() && !time.isZero();
    }

    /** The pause that is due after so many failures. */
    Duration pauseAfter(double known) {
        double tooMany = Math.ceil(known) - failures;
        if (failures == 0 || tooMany < 0) {
            return Duration.ZERO;
        }
        Duration pause = firstPause.multipliedBy(1L << (int) Math.min(tooMany, MOST_DOUBLINGS));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
