package org.symbolon.command.periodictask;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One column of cron: a list of values, ranges and steps.
 *
 * @param words what may stand for the numbers, the first for the least
 */
record CronColumn(String name, int least, int most, List<String> words) {

    private static final int MOST_DIGITS = 4;
    private static final int WEEKS = 5;
    private static final Pattern STEPPED = Pattern.compile("([^/]+)(?:/(\\d{1," + MOST_DIGITS + "}))?");
    private static final Pattern RANGE = Pattern.compile("(\\w+)(?:-(\\w+))?");
    private static final Pattern NTH_DAY = Pattern.compile("(\\w+)#([1-" + WEEKS + "])");
    private static final Pattern LAST_DAY = Pattern.compile("l(\\w+)");

    boolean accepts(String text) {
        return Stream.of(text.split(",", -1)).allMatch(this::acceptsElement);
    }

    private boolean acceptsElement(String element) {
        if ((isDay() && element.equals("?")) || (isDayOfMonth() && element.equals("l"))) {
            return true;
        }
        if (isDayOfWeek() && isCountedDay(element)) {
            return true;
        }
        Matcher stepped = STEPPED.matcher(element);
        return stepped.matches() && isStep(stepped.group(2)) && isRange(stepped.group(1));
    }

    private boolean isDay() {
        return isDayOfMonth() || isDayOfWeek();
    }

    private boolean isDayOfMonth() {
        return most == 31;
    }

    private boolean isDayOfWeek() {
        return most == 7;
    }

    /** The first Monday of a month, the last Friday. */
    private boolean isCountedDay(String element) {
        Matcher nth = NTH_DAY.matcher(element);
        Matcher last = LAST_DAY.matcher(element);
        return (nth.matches() && isValue(nth.group(1))) || (last.matches() && isValue(last.group(1)));
    }

    private static boolean isStep(String step) {
        return step == null || Integer.parseInt(step) > 0;
    }

    /** A range may pass the end and go on at the beginning: from Friday to Monday. */
    private boolean isRange(String range) {
        if (range.equals("*")) {
            return true;
        }
        Matcher bounds = RANGE.matcher(range);
        return bounds.matches() && isValue(bounds.group(1)) && (bounds.group(2) == null || isValue(bounds.group(2)));
    }

    private boolean isValue(String value) {
        if (words.contains(value)) {
            return true;
        }
        if (!value.matches("\\d{1," + MOST_DIGITS + "}")) {
            return false;
        }
        int number = Integer.parseInt(value);
        return least <= number && number <= most;
    }
}
