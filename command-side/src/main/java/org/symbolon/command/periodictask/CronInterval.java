package org.symbolon.command.periodictask;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.symbolon.command.error.Refusal;

/**
 * When a periodic task is due: the five columns of cron, and perhaps a sixth with seconds behind them, where others put
 * it before them, and a seventh with years. Spring's reading of cron is another one, also of two days that are both given, so it
 * is read here.
 */
public final class CronInterval {

    private static final Map<String, String> ALIASES = Map.of(
            "@hourly", "0 * * * *",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@weekly", "0 0 * * 0",
            "@monthly", "0 0 1 * *",
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *");

    private static final CronColumn MINUTE = new CronColumn("minute", 0, 59, List.of());
    private static final CronColumn HOUR = new CronColumn("hour", 0, 23, List.of());
    private static final CronColumn DAY_OF_MONTH = new CronColumn("day of the month", 1, 31, List.of());
    private static final CronColumn MONTH = new CronColumn(
            "month",
            1,
            12,
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"));
    private static final CronColumn DAY_OF_WEEK =
            new CronColumn("day of the week", 0, 7, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));
    private static final CronColumn SECOND = new CronColumn("second", 0, 59, List.of());
    private static final CronColumn YEAR = new CronColumn("year", 1970, 2099, List.of());
    private static final List<CronColumn> COLUMNS =
            List.of(MINUTE, HOUR, DAY_OF_MONTH, MONTH, DAY_OF_WEEK, SECOND, YEAR);
    private static final int FEWEST_COLUMNS = 5;
    private static final int YEARS_TO_LOOK_AHEAD = 50;

    private final TreeSet<Integer> minutes;
    private final TreeSet<Integer> hours;
    private final TreeSet<Integer> months;
    private final TreeSet<Integer> seconds;
    private final Optional<TreeSet<Integer>> years;
    private final boolean everyHour;
    private final Days daysOfMonth;
    private final Days daysOfWeek;

    private CronInterval(String[] columns) {
        minutes = MINUTE.values(columns[0]);
        hours = HOUR.values(columns[1]);
        everyHour = HOUR.isOpen(columns[1]);
        daysOfMonth = Days.of(DAY_OF_MONTH, columns[2]);
        months = MONTH.values(columns[3]);
        daysOfWeek = Days.of(DAY_OF_WEEK, columns[4]);
        seconds = SECOND.values(columns.length > FEWEST_COLUMNS ? columns[FEWEST_COLUMNS] : "0");
        years = columns.length == COLUMNS.size() ? Optional.of(YEAR.values(columns[6])) : Optional.empty();
    }

    /** What a column of days says. */
    private record Days(boolean open, TreeSet<Integer> numbers, List<CronDay> ofTheirMonth) {

        static Days of(CronColumn column, String text) {
            return new Days(column.isOpen(text), column.values(text), column.daysOfTheirMonth(text));
        }

        boolean include(int number, LocalDate date) {
            return numbers.contains(number) || ofTheirMonth.stream().anyMatch(day -> day.is(date));
        }
    }

    /**
     * Reads the text.
     *
     * @throws Refusal 905 if it does not say when
     */
    public static CronInterval of(String text) {
        return new CronInterval(columns(text));
    }

    /** Looks whether the text says when; see {@link #of}. */
    static void check(String text) {
        columns(text);
    }

    private static String[] columns(String text) {
        String lowerCase = text.strip().toLowerCase(Locale.ROOT);
        String[] columns = ALIASES.getOrDefault(lowerCase, lowerCase).split("\\s+", -1);
        if (columns.length < FEWEST_COLUMNS || columns.length > COLUMNS.size()) {
            throw Refusal.parameter("Invalid interval: '" + text + "' has not 5 to 7 columns");
        }
        for (int index = 0; index < columns.length; index++) {
            CronColumn column = COLUMNS.get(index);
            if (!column.accepts(columns[index])) {
                throw Refusal.parameter("Invalid interval: '" + columns[index] + "' is no " + column.name());
            }
        }
        return columns;
    }

    /**
     * The first time after this one; empty if there is none, as with the 30th of February. It is looked for in the zone's
     * local time: what falls into the hour that a change of clocks leaves out comes that much later, and of the hour that
     * comes twice the second is used only by what is due in every hour.
     */
    public Optional<Instant> nextAfter(Instant time, ZoneId zone) {
        Optional<Instant> again = everyHour ? inHourThatComesAgain(time, zone) : Optional.empty();
        return Stream.of(inLocalTime(time, zone), again)
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private Optional<Instant> inLocalTime(Instant time, ZoneId zone) {
        Optional<LocalDateTime> local = nextAfter(LocalDateTime.ofInstant(time, zone));
        while (local.isPresent()) {
            Instant next = local.get().atZone(zone).toInstant();
            if (time.isBefore(next)) {
                return Optional.of(next);
            }
            local = nextAfter(local.get());
        }
        return Optional.empty();
    }

    /** What is found in the second of two equal hours, if they are what is next. */
    private Optional<Instant> inHourThatComesAgain(Instant time, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().nextTransition(time);
        if (change == null || !change.isOverlap()) {
            change = zone.getRules().previousTransition(time.plusNanos(1));
        }
        if (change == null || !change.isOverlap()) {
            return Optional.empty();
        }
        ZoneOffset offset = change.getOffsetAfter();
        Instant begin = change.getInstant();
        LocalDateTime start = time.isBefore(begin)
                ? change.getDateTimeAfter().minusSeconds(1)
                : LocalDateTime.ofInstant(time, offset);
        return nextAfter(start).filter(change.getDateTimeBefore()::isAfter).map(found -> found.toInstant(offset));
    }

    private Optional<LocalDateTime> nextAfter(LocalDateTime time) {
        LocalDateTime start = time.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        LocalDate end = start.toLocalDate().plusYears(YEARS_TO_LOOK_AHEAD);
        LocalTime from = start.toLocalTime();
        for (LocalDate date = start.toLocalDate(); date.isBefore(end); date = date.plusDays(1)) {
            if (isDay(date)) {
                Optional<LocalTime> found = timeOfDay(from);
                if (found.isPresent()) {
                    return found.map(date::atTime);
                }
            }
            from = LocalTime.MIDNIGHT;
        }
        return Optional.empty();
    }

    /** Where both columns of days say something, either of them is enough. */
    private boolean isDay(LocalDate date) {
        boolean otherYear =
                years.filter(named -> !named.contains(date.getYear())).isPresent();
        if (otherYear || !months.contains(date.getMonthValue())) {
            return false;
        }
        boolean ofMonth = daysOfMonth.include(date.getDayOfMonth(), date);
        boolean ofWeek = daysOfWeek.include(CronDay.dayOfWeekOf(date), date);
        boolean both = daysOfMonth.open() || daysOfWeek.open();
        return both ? (ofMonth && ofWeek) : (ofMonth || ofWeek);
    }

    private Optional<LocalTime> timeOfDay(LocalTime from) {
        for (int hour : hours.tailSet(from.getHour())) {
            boolean sameHour = hour == from.getHour();
            for (int minute : minutes.tailSet(sameHour ? from.getMinute() : 0)) {
                boolean sameMinute = sameHour && minute == from.getMinute();
                Integer second = seconds.ceiling(sameMinute ? from.getSecond() : 0);
                if (second != null) {
                    return Optional.of(LocalTime.of(hour, minute, second));
                }
            }
        }
        return Optional.empty();
    }
}
