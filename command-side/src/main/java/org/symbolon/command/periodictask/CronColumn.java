package org.symbolon.command.periodictask;

import java.util.List;
import java.util.TreeSet;
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
    private static final int DAYS_OF_WEEK = 7;
    private static final Pattern STEPPED = Pattern.compile("([^/]+)(?:/(\\d{1," + MOST_DIGITS + "}))?");
    private static final Pattern RANGE = Pattern.compile("(\\w+)(?:-(\\w+))?");
    private static final Pattern NTH_DAY = Pattern.compile("(\\w+)#([1-" + WEEKS + "])");
    private static final Pattern LAST_DAY = Pattern.compile("l(\\w+)");

    boolean accepts(String text) {
        return elements(text).allMatch(this::acceptsElement);
    }

    /** The values of a column that is accepted, but for those days that depend on the month. */
    TreeSet<Integer> values(String text) {
        TreeSet<Integer> values = new TreeSet<>();
        elements(text).filter(element -> !isDayOfItsMonth(element)).forEach(element -> add(element, values));
        return values;
    }

    /** Whether the column says everything there is, and so nothing. */
    boolean isOpen(String text) {
        return values(text).size() > top() - least;
    }

    /** Those elements that depend on the month: the last day, the last Friday, the first Monday. */
    List<CronDay> daysOfTheirMonth(String text) {
        return elements(text)
                .filter(this::isDayOfItsMonth)
                .map(this::dayOfItsMonth)
                .toList();
    }

    private static Stream<String> elements(String text) {
        return Stream.of(text.split(",", -1));
    }

    private boolean acceptsElement(String element) {
        if ((isDay() && element.equals("?")) || isDayOfItsMonth(element)) {
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
        return most == DAYS_OF_WEEK;
    }

    private boolean isDayOfItsMonth(String element) {
        return (isDayOfMonth() && element.equals("l")) || (isDayOfWeek() && isCountedDay(element));
    }

    /** The first Monday of a month, the last Friday. */
    private boolean isCountedDay(String element) {
        Matcher nth = NTH_DAY.matcher(element);
        Matcher last = LAST_DAY.matcher(element);
        return (nth.matches() && isValue(nth.group(1))) || (last.matches() && isValue(last.group(1)));
    }

    private CronDay dayOfItsMonth(String element) {
        if (element.equals("l")) {
            return CronDay.lastOfMonth();
        }
        Matcher nth = NTH_DAY.matcher(element);
        if (nth.matches()) {
            return CronDay.nth(wrapped(number(nth.group(1))), Integer.parseInt(nth.group(2)));
        }
        return CronDay.last(wrapped(number(element.substring(1))));
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

    private void add(String element, TreeSet<Integer> values) {
        Matcher stepped = STEPPED.matcher(element);
        if (!stepped.matches()) {
            throw new IllegalArgumentException(element);
        }
        String range = stepped.group(1);
        int step = stepped.group(2) == null ? 1 : Integer.parseInt(stepped.group(2));
        int first = least;
        int last = top();
        if (!range.equals("*") && !range.equals("?")) {
            String[] bounds = range.split("-", -1);
            first = number(bounds[0]);
            last = bounds.length > 1 ? number(bounds[1]) : stepped.group(2) == null ? first : Math.max(first, top());
        }
        int end = last < first ? last + size() : last;
        for (int value = first; value <= end; value += step) {
            values.add(wrapped(value));
        }
    }

    /** Sunday is zero and seven; as the greatest day it is six that ends the week. */
    private int top() {
        return isDayOfWeek() ? most - 1 : most;
    }

    private int size() {
        return top() - least + 1;
    }

    private int wrapped(int value) {
        return value > top() ? value - size() : value;
    }

    private int number(String value) {
        int word = words.indexOf(value);
        return word < 0 ? Integer.parseInt(value) : least + word;
    }
}
