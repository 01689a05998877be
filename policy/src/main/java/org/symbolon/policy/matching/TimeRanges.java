package org.symbolon.policy.matching;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a policy applies: days of the week with times of the day, such as {@code Mon-Fri: 8-18:30, Sat: 9-12}, both ends
 * included. Nothing goes over the end of a week or a day. What follows a malformed range is not looked at.
 */
final class TimeRanges {

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern RANGE = Pattern.compile(
            "([a-z]+)(?:-([a-z]+))?:(\\d{1,2})(?::(\\d{2}))?-(\\d{1,2})(?::(\\d{2}))?", Pattern.CASE_INSENSITIVE);

    private record Range(int firstDay, int lastDay, int begin, int end) {
        boolean covers(DayOfWeek day, int minute) {
            int index = day.getValue() - 1;
            return firstDay <= index && index <= lastDay && begin <= minute && minute <= end;
        }
    }

    private final boolean always;
    private boolean onUnknownDay;
    private final List<Range> ranges = new ArrayList<>();

    TimeRanges(String text) {
        String bare = text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        always = bare.isEmpty();
        for (String part : bare.split(",", -1)) {
            Matcher range = RANGE.matcher(part);
            if (!range.matches() || !add(range)) {
                break;
            }
        }
    }

    private boolean add(Matcher range) {
        int firstDay = DAYS.indexOf(range.group(1));
        int lastDay = range.group(2) == null ? firstDay : DAYS.indexOf(range.group(2));
        int begin = minute(range.group(3), range.group(4));
        int end = minute(range.group(5), range.group(6));
        onUnknownDay = firstDay < 0 || lastDay < 0;
        if (onUnknownDay || begin < 0 || end < 0) {
            return false;
        }
        ranges.add(new Range(firstDay, lastDay, begin, end));
        return true;
    }

    /** The minute of the day, or -1. */
    private static int minute(String hourText, String minuteText) {
        int hour = Integer.parseInt(hourText);
        int minute = minuteText == null ? 0 : Integer.parseInt(minuteText);
        return hour > 23 || minute > 59 ? -1 : hour * 60 + minute;
    }

    /**
     * Whether the moment is in one of the ranges.
     *
     * @throws PolicyRefusal 303 if it is in none, and one is on a day that does not exist
     */
    boolean covers(LocalDateTime moment) {
        if (always) {
            return true;
        }
        int minute = moment.getHour() * 60 + moment.getMinute();
        for (Range range : ranges) {
            if (range.covers(moment.getDayOfWeek(), minute)) {
                return true;
            }
        }
        if (onUnknownDay) {
            throw new PolicyRefusal("A policy has a time on an unknown day of the week.");
        }
        return false;
    }
}
