package org.symbolon.events.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;

/** The forms in which eduMFA keeps times in a token's info, and those in which people type them. */
public final class TokenDates {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxx");
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSxxx");

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']HH:mm[:ss[.SSSSSS][.SSS]]")
            .optionalEnd()
            .appendPattern("[XXX][xx][x]")
            .toFormatter();
    private static final List<DateTimeFormatter> FORMS = List.of(
            ISO, DateTimeFormatter.ofPattern("dd/MM/yy[ HH:mm]"), DateTimeFormatter.ofPattern("dd.MM.yyyy[ HH:mm]"));

    private TokenDates() {}

    /** The stored form with minutes, {@code 2026-11-24T12:34+0000}. */
    public static String toMinutes(Instant time) {
        return MINUTES.format(time.atOffset(ZoneOffset.UTC));
    }

    /** The stored form with microseconds, {@code 2026-11-24 12:34:44.537961+00:00}. */
    public static String toMicroseconds(Instant time) {
        return MICROSECONDS.format(time.atOffset(ZoneOffset.UTC));
    }

    /** The form in which clients are told until when something counts, in local time: {@code 2026-11-24 12:34:44.537961}. */
    public static String toLocalMicroseconds(Instant time) {
        return LOCAL.format(time.atZone(ZoneId.systemDefault()));
    }

    /** The stored form of a date that somebody typed; a date without offset is local time. Empty if it is no date. */
    public static Optional<String> normalised(String typed) {
        return temporal(typed).map(found -> MINUTES.format(offsetDateTime(found)));
    }

    /** The moment that a text names; empty if it names none. */
    public static Optional<Instant> parse(String text) {
        return temporal(text).map(found -> offsetDateTime(found).toInstant());
    }

    private static Optional<TemporalAccessor> temporal(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        return FORMS.stream()
                .flatMap(form -> parsed(form, text.strip()).stream())
                .findFirst();
    }

    private static Optional<TemporalAccessor> parsed(DateTimeFormatter form, String text) {
        try {
            return Optional.of(form.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static OffsetDateTime offsetDateTime(TemporalAccessor found) {
        if (found instanceof OffsetDateTime complete) {
            return complete;
        }
        LocalDateTime local = found instanceof LocalDateTime time
                ? time
                : LocalDate.from(found).atStartOfDay();
        return local.atZone(ZoneId.systemDefault()).toOffsetDateTime();
    }
}
