package org.symbolon.connectors.ldap;

import java.time.Duration;
import java.time.Instant;

/** Active Directory counts time in units of 100 ns since the year 1601 (MS-DTYP 2.3.3). */
final class WindowsTime {

    private static final Instant BEGIN = Instant.parse("1601-01-01T00:00:00Z");
    private static final long UNITS_PER_SECOND = 10_000_000;

    private WindowsTime() {}

    static long of(Instant instant) {
        return Duration.between(BEGIN, instant).toSeconds() * UNITS_PER_SECOND;
    }
}
