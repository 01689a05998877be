package org.symbolon.query.audit;

import java.time.Instant;

/**
 * How many requests of each action succeeded and failed in each period?
 *
 * @param from beginning of the first hour that counts
 * @param until end of the last hour that counts
 * @param action the wanted actions, with wildcards; null for all
 * @param most how many counts are wanted at most
 */
public record CountRequests(Instant from, Instant until, Period period, String action, int most) {

    /** How long a period is; periods begin when hours, days, ... of UTC do. */
    public enum Period {
        HOUR,
        DAY,
        WEEK,
        MONTH,
        YEAR
    }
}
