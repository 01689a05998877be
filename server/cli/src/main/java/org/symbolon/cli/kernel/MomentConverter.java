package org.symbolon.cli.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.events.shared.TokenDates;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads moments and distances between them as people type them. */
public final class MomentConverter {

    private static final Pattern STEP = Pattern.compile("(\\d{1,6})([smhd])");
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private MomentConverter() {}

    public static ITypeConverter<Instant> moments() {
        return text -> TokenDates.parse(text)
                .filter(moment -> !moment.isBefore(FIRST) && !moment.isAfter(LAST))
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is no time as in 2026-11-24T12:34:00Z"));
    }

    public static ITypeConverter<Duration> steps() {
        return text -> {
            Matcher step = STEP.matcher(text);
            if (!step.matches() || Integer.parseInt(step.group(1)) == 0) {
                throw new TypeConversionException("'" + text + "' is no step as in 30m, 1h or 7d");
            }
            return unit(step.group(2)).multipliedBy(Long.parseLong(step.group(1)));
        };
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }
}
