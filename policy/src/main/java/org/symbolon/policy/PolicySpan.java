package org.symbolon.policy;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as policies write them ({@code 20s}, {@code 5m}, {@code 4h}, {@code 7d}, {@code 1y}) and messages print them. */
public final class PolicySpan {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})([smhdy])");
    private static final int DAYS_OF_A_YEAR = 365;

    private PolicySpan() {}

    /** The span; empty if it is none. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMinutes(count);
                    case "h" -> Duration.ofHours(count);
                    case "d" -> Duration.ofDays(count);
                    default -> Duration.ofDays(count * DAYS_OF_A_YEAR);
                });
    }

    /** As eduMFA prints it: {@code 0:05:00}, {@code 1 day, 0:00:00}. */
    public static String printed(Duration span) {
        String time = "%d:%02d:%02d".formatted(span.toHoursPart(), span.toMinutesPart(), span.toSecondsPart());
        long days = span.toDays();
        if (days == 0) {
            return time;
        }
        return days + (days == 1 ? " day, " : " days, ") + time;
    }
}
