package org.symbolon.command.tokentype.motp;

import java.time.Instant;
import org.symbolon.command.tokentype.oath.Hotp;

/**
 * The units of time, of ten seconds each, in which a value may lie.
 *
 * @param end the first that is too late
 */
record TimeUnits(long first, long end) {

    private static final int SECONDS = 10;

    /** Those twice as far around now as the token's window, which is 200 seconds with that of new tokens. */
    static TimeUnits around(Instant now, int countWindow) {
        long unit = Math.floorDiv(now.getEpochSecond(), SECONDS);
        long reach = Math.min(2L * countWindow, Hotp.MOST_TRIED_AT_LOGIN / 2);
        return new TimeUnits(unit - reach, unit + reach);
    }
}
