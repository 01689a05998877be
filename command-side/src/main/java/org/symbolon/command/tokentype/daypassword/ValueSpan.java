package org.symbolon.command.tokentype.daypassword;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** For how long a value is good, as people write it: {@code 86400}, {@code 24h}, {@code 1d}. */
final class ValueSpan {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})([smhdy]?)");
    private static final int DAYS_OF_A_YEAR = 365;
    private static final long LONGEST = 999_999_999;

    private ValueSpan() {}

    /** The span; empty if it is none, or too long to be one. */
    static Optional<Duration> of(String written) {
        Matcher matcher = FORM.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        Duration span =
                switch (matcher.group(2)) {
                    case "m" -> Duration.ofMinutes(count);
                    case "h" -> Duration.ofHours(count);
                    case "d" -> Duration.ofDays(count);
                    case "y" -> Duration.ofDays(count * DAYS_OF_A_YEAR);
                    default -> Duration.ofSeconds(count);
                };
        return Optional.of(span).filter(length -> isLength(length.toSeconds()));
    }

    /** Whether it can be the length of a span. */
    static boolean isLength(long seconds) {
        return seconds > 0 && seconds <= LONGEST;
    }
}
