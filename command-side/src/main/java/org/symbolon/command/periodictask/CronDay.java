package org.symbolon.command.periodictask;

import java.time.LocalDate;

/**
 * A day that is another one in each month.
 *
 * @param dayOfWeek 0 for Sunday, null for the last day of the month whatever day of the week it is
 * @param place which of those days in the month it is, null for the last
 */
record CronDay(Integer dayOfWeek, Integer place) {

    private static final int WEEK = 7;

    static CronDay lastOfMonth() {
        return new CronDay(null, null);
    }

    static CronDay last(int dayOfWeek) {
        return new CronDay(dayOfWeek, null);
    }

    static CronDay nth(int dayOfWeek, int place) {
        return new CronDay(dayOfWeek, place);
    }

    boolean is(LocalDate date) {
        if (dayOfWeek == null) {
            return date.getDayOfMonth() == date.lengthOfMonth();
        }
        if (dayOfWeekOf(date) != dayOfWeek) {
            return false;
        }
        return place == null
                ? date.getDayOfMonth() + WEEK > date.lengthOfMonth()
                : (date.getDayOfMonth() - 1) / WEEK + 1 == place;
    }

    static int dayOfWeekOf(LocalDate date) {
        return date.getDayOfWeek().getValue() % WEEK;
    }
}
