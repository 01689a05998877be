package org.symbolon.policy.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 23 November 2026 is a Monday. */
class TimeRangesTest {

    private static boolean covers(String ranges, String day, String time) {
        return new TimeRanges(ranges).covers(LocalDateTime.parse("2026-11-" + day + "T" + time));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                          | 23 | 00:00    | true",
                "' '                         | 23 | 00:00    | true",
                "Mon: 8-18                   | 23 | 08:00    | true",
                "Mon: 8-18                   | 23 | 07:59:59 | false",
                "Mon: 8-18                   | 23 | 18:00:59 | true",
                "Mon: 8-18                   | 23 | 18:01    | false",
                "Mon: 8-18                   | 24 | 12:00    | false",
                "Mon-Fri: 8:30-18:15         | 27 | 18:15    | true",
                "Mon-Fri: 8:30-18:15         | 27 | 08:29    | false",
                "Mon-Fri: 8:30-18:15         | 28 | 12:00    | false",
                "mon - FRI : 08 - 18 : 00    | 25 | 12:00    | true",
                "Sun: 0-23:59                | 29 | 23:59    | true",
                "Mon: 8-10, Tue: 9-11        | 24 | 09:00    | true",
                "Mon: 8-10, Mon: 9-11        | 23 | 11:00    | true",
                "Sat-Mon: 0-23               | 29 | 12:00    | false",
                "Sat-Mon: 0-23               | 23 | 12:00    | false",
                "Mon: 22:00-06:00            | 23 | 23:00    | false",
                "Mon: 22:00-06:00            | 23 | 03:00    | false"
            })
    void coversMoments(String ranges, String day, String time, boolean covered) {
        assertThat(covers(ranges, day, time)).isEqualTo(covered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon: 8-24",
                "Mon: 8-18:60",
                "Mon: 8-18:5",
                "Mon: a-b",
                "Mon: 8",
                "Mon",
                ":8-18",
                "8-18",
                "Mon: 123-18",
                "Mon: 8-18 Tue: 8-18"
            })
    void aMalformedRangeCoversNothingAndEndsTheList(String range) {
        assertThat(covers(range, "23", "12:00")).isFalse();
        assertThat(covers(range + ", Mon: 8-18", "23", "12:00")).isFalse();
        assertThat(covers("Mon: 8-18, " + range, "23", "12:00")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mo: 8-18", "Mon-Fr: 8-18", "Monday: 8-18"})
    void anUnknownDayIsRefusedUnlessARangeBeforeItDecides(String range) {
        assertThatThrownBy(() -> covers(range, "23", "12:00"))
                .isInstanceOf(PolicyRefusal.class)
                .hasMessage("A policy has a time on an unknown day of the week.");
        assertThatThrownBy(() -> covers(range + ", Mon: 8-18", "23", "12:00")).isInstanceOf(PolicyRefusal.class);
        assertThat(covers("Mon: 8-18, " + range, "23", "12:00")).isTrue();
    }

    @Test
    void noBlankMatters() {
        assertThat(covers("M o n:\t8 -\n1 8", "23", "12:00")).isTrue();
    }
}
