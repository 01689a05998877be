package org.symbolon.command.tokentype.pushed;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import org.symbolon.command.error.Refusal;

/**
 * The time that a telephone says it is: what it has signed with it is soon of no use to whoever sends it again.
 *
 * @param text as the telephone has signed it
 * @param moment what it means
 */
record PhoneTime(String text, Instant moment) {

    private static final int GENERAL = 10;
    private static final int LONGEST = 40;

    /** As ISO 8601 has it; without an offset it is that of Greenwich. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd['T'][' ']HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    /**
     * The time that was sent, if it is about now.
     *
     * @throws Refusal 10 if it is not, or is no time
     */
    static PhoneTime near(Instant now, Duration tolerance, String sent) {
        PhoneTime time = read(sent);
        if (Duration.between(time.moment, now).abs().compareTo(tolerance) > 0) {
            throw Refusal.of(GENERAL, "Timestamp " + time.text + " not in valid range.");
        }
        return time;
    }

    /** The sign before an offset becomes a blank where nobody has encoded it. */
    private static PhoneTime read(String sent) {
        String stripped = sent.strip();
        String text = stripped.contains("T") ? stripped.replace(' ', '+') : stripped;
        return moment(text)
                .map(moment -> new PhoneTime(text, moment))
                .orElseThrow(() -> Refusal.of(
                        GENERAL,
                        "Could not parse timestamp " + text.substring(0, Math.min(text.length(), LONGEST))
                                + ". ISO-Format required."));
    }

    private static Optional<Instant> moment(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            TemporalAccessor read = ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    read instanceof OffsetDateTime exact
                            ? exact.toInstant()
                            : ((LocalDateTime) read).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
