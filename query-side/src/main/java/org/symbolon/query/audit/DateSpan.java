package org.symbolon.query.audit;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The span in which all times lie that begin like a wanted text, so that an index on times finds them: {@code 2026-11-*} is
 * November. It may be wider than what the text says, never narrower.
 */
record DateSpan(LocalDateTime from, LocalDateTime until) {

    private static final Pattern WILDCARD = Pattern.compile("[*%_]");

    /** A part counts when it is complete: two digits, but four for the year. */
    private static final Pattern PARTS = Pattern.compile(
            "(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d)(?: (\\d\\d)(?::(\\d\\d)(?::(\\d\\d))?)?)?)?)?.*", Pattern.DOTALL);

    private static final List<ChronoUnit> UNITS = List.of(
            ChronoUnit.YEARS,
            ChronoUnit.MONTHS,
            ChronoUnit.DAYS,
            ChronoUnit.HOURS,
            ChronoUnit.MINUTES,
            ChronoUnit.SECONDS);

    /** Empty if the text does not even begin with a year, or with no date that there is. */
    static Optional<DateSpan> of(String wanted) {
        Matcher matcher = PARTS.matcher(WILDCARD.split(wanted, 2)[0]);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int known = 1;
        while (known < UNITS.size() && matcher.group(known + 1) != null) {
            known++;
        }
        try {
            LocalDateTime from = LocalDateTime.of(
                    part(matcher, 1, 1),
                    part(matcher, 2, 1),
                    part(matcher, 3, 1),
                    part(matcher, 4, 0),
                    part(matcher, 5, 0),
                    part(matcher, 6, 0));
            return Optional.of(new DateSpan(from, from.plus(1, UNITS.get(known - 1))));
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }

    private static int part(Matcher matcher, int group, int absent) {
        String digits = matcher.group(group);
        return digits == null ? absent : Integer.parseInt(digits);
    }
}
