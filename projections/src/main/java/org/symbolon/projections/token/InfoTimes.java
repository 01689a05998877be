package org.symbolon.projections.token;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The two forms in which a token's info holds a time. */
final class InfoTimes {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxx");
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSxxx");

    private InfoTimes() {}

    /** {@code 2026-11-24T12:34+0000}. */
    static String toMinutes(Instant time) {
        return MINUTES.format(time.atOffset(ZoneOffset.UTC));
    }

    /** {@code 2026-11-24 12:34:44.537961+00:00}. */
    static String toMicroseconds(Instant time) {
        return MICROSECONDS.format(time.atOffset(ZoneOffset.UTC));
    }
}
