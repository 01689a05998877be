package org.symbolon.projections.monitoring;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** How the moments of statistics lie in a column: UTC, in microseconds, in years that a column takes. */
public final class StatisticTimes {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private StatisticTimes() {}

    public static LocalDateTime stored(Instant moment) {
        Instant storable = moment.isBefore(FIRST) ? FIRST : moment.isAfter(LAST) ? LAST : moment;
        return LocalDateTime.ofInstant(storable.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    /** The moment to begin with. */
    public static LocalDateTime from(Instant moment) {
        return stored(moment == null ? FIRST : moment);
    }

    /** The moment to end with. */
    public static LocalDateTime to(Instant moment) {
        return stored(moment == null ? LAST : moment);
    }
}
