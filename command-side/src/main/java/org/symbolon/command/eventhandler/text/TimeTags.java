package org.symbolon.command.eventhandler.text;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tags that stand for now, or a time from now: {@code {now}-3d}. */
public final class TimeTags {

    private static final Pattern TAG = Pattern.compile("\\{(?:current_time|now)\\}([+-]\\d{1,6}[smhd])?");
    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{1,6})([smhd])");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxx");
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSxx");

    private TimeTags() {}

    /** The text with such tags replaced, as token infos keep dates. */
    public static String inMinutes(String text, ZonedDateTime now) {
        return filled(text, now, MINUTES);
    }

    /** The same, as precise as descriptions have it. */
    public static String inMicroseconds(String text, ZonedDateTime now) {
        return filled(text, now, MICROSECONDS);
    }

    private static String filled(String text, ZonedDateTime now, DateTimeFormatter form) {
        return TAG.matcher(text).replaceAll(found -> {
            ZonedDateTime time =
                    found.group(1) == null ? now : from(now, found.group(1)).orElse(now);
            return Matcher.quoteReplacement(form.format(time));
        });
    }

    /** The time that lies so far from now, such as {@code +10m}; empty if the text says none. */
    public static Optional<ZonedDateTime> from(ZonedDateTime now, String offset) {
        Matcher parts = OFFSET.matcher(offset.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        Duration distance = distance(Integer.parseInt(parts.group(2)), parts.group(3));
        return Optional.of(parts.group(1).equals("+") ? now.plus(distance) : now.minus(distance));
    }

    private static Duration distance(int number, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
