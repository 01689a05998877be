package org.symbolon.command.periodictask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.error.Refusal;

class CronIntervalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* * * * *",
                "  0\t0 1 1 0 ",
                "59 23 31 12 7",
                "*/5 0-6,12,18-23/2 ? * ?",
                "0 22-2 * NOV-feb Fri-mon",
                "5/15 * l * mon,tue",
                "0 0 * * 1#1,sat#5",
                "0 0 * * l5",
                "0 0 * * lsun",
                "*/70 * * * *",
                "0 0 1 jan * 30",
                "* * * * * */10",
                "@hourly",
                "@DAILY",
                "@midnight",
                "@weekly",
                "@monthly",
                "@yearly",
                "@annually"
            })
    void whatCronUnderstandsIsAnInterval(String text) {
        assertThatCode(() -> CronInterval.check(text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * 32 * *",
                "* * * 0 *",
                "* * * 13 *",
                "* * * * 8",
                "* * * * * 60",
                "-1 * * * *",
                "*/0 * * * *",
                "*/ * * * *",
                "*/-1 * * * *",
                "1/2/3 * * * *",
                "1,,2 * * * *",
                ", * * * *",
                "1- * * * *",
                "-5 * * * *",
                "1-2-3 * * * *",
                "jan * * * *",
                "* * * mon *",
                "? * * * *",
                "l * * * *",
                "* * 1#1 * *",
                "* * * * 1#6",
                "* * * * 8#1",
                "* * * * l8",
                "1.5 * * * *",
                "99999999999 * * * *",
                "*/99999999999 * * * *",
                "٣ * * * *"
            })
    void whatCronDoesNotUnderstandIsRefused(String text) {
        assertThatThrownBy(() -> CronInterval.check(text))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Invalid interval: '")
                .hasMessageContaining("' is no ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "* * * *", "* * * * * * * *", "@reboot", "@ * * *", "daily"})
    void anIntervalHasFiveToSevenColumns(String text) {
        assertThatThrownBy(() -> CronInterval.check(text))
                .isInstanceOf(Refusal.class)
                .hasMessage("Invalid interval: '" + text + "' has not 5 to 7 columns");
    }

    @Test
    void theColumnThatIsWrongIsNamed() {
        assertThatThrownBy(() -> CronInterval.check("0 0 1 13 *")).hasMessage("Invalid interval: '13' is no month");
        assertThatThrownBy(() -> CronInterval.check("* * * * * 60")).hasMessage("Invalid interval: '60' is no second");
        assertThatThrownBy(() -> CronInterval.check("* * * * * 0 26")).hasMessage("Invalid interval: '26' is no year");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* * * * *             | 2026-11-24T12:34:56 | 2026-11-24T12:35:00",
                "* * * * *             | 2026-11-24T12:35:00 | 2026-11-24T12:36:00",
                "*/15 * * * *          | 2026-11-24T23:50:00 | 2026-11-25T00:00:00",
                "5/20 3 * * *          | 2026-11-24T03:25:00 | 2026-11-24T03:45:00",
                "5/20 3 * * *          | 2026-11-24T03:45:00 | 2026-11-25T03:05:00",
                "10,20-22 * * * *      | 2026-11-24T12:20:30 | 2026-11-24T12:21:00",
                "0 22-2/2 * * *        | 2026-11-24T22:00:00 | 2026-11-25T00:00:00",
                "0 22-2/2 * * *        | 2026-11-25T02:00:00 | 2026-11-25T22:00:00",
                "30 8 1 * *            | 2026-11-24T12:00:00 | 2026-12-01T08:30:00",
                "0 0 31 * *            | 2026-11-24T12:00:00 | 2026-12-31T00:00:00",
                "0 0 29 feb *          | 2026-11-24T12:00:00 | 2028-02-29T00:00:00",
                "0 0 l * *             | 2027-02-01T00:00:00 | 2027-02-28T00:00:00",
                "0 0 15,l * *          | 2027-02-01T00:00:00 | 2027-02-15T00:00:00",
                "0 0 * nov-jan *       | 2027-01-31T00:00:00 | 2027-11-01T00:00:00",
                "0 0 * * mon           | 2026-11-24T12:00:00 | 2026-11-30T00:00:00",
                "0 0 * * 7             | 2026-11-24T12:00:00 | 2026-11-29T00:00:00",
                "0 0 * * 0             | 2026-11-24T12:00:00 | 2026-11-29T00:00:00",
                "0 0 * * 5-7           | 2026-11-28T12:00:00 | 2026-11-29T00:00:00",
                "0 0 * * 5-7           | 2026-11-29T12:00:00 | 2026-12-04T00:00:00",
                "0 0 * * fri-mon       | 2026-11-29T12:00:00 | 2026-11-30T00:00:00",
                "0 0 * * fri-mon       | 2026-11-30T12:00:00 | 2026-12-04T00:00:00",
                "0 0 * * mon#1         | 2026-11-24T12:00:00 | 2026-12-07T00:00:00",
                "0 0 * * sat#5         | 2026-11-24T12:00:00 | 2027-01-30T00:00:00",
                "0 0 * * l5            | 2026-11-24T12:00:00 | 2026-11-27T00:00:00",
                "0 0 * * lsun          | 2026-11-29T00:00:00 | 2026-12-27T00:00:00",
                "0 0 * * *             | 2026-12-31T00:00:00 | 2027-01-01T00:00:00",
                "* * * * * */10        | 2026-11-24T12:34:51 | 2026-11-24T12:35:00",
                "0 12 * * * 30         | 2026-11-24T12:00:00 | 2026-11-24T12:00:30",
                "0 12 * * * 0 2028     | 2026-11-24T12:00:00 | 2028-01-01T12:00:00",
                "0 12 1 1 * 0 */5      | 2026-11-24T12:00:00 | 2030-01-01T12:00:00",
                "* * * * * 0 *         | 2026-11-24T12:34:56 | 2026-11-24T12:35:00",
                "@hourly               | 2026-11-24T12:34:56 | 2026-11-24T13:00:00",
                "@daily                | 2026-11-24T12:34:56 | 2026-11-25T00:00:00",
                "@midnight             | 2026-11-24T12:34:56 | 2026-11-25T00:00:00",
                "@weekly               | 2026-11-24T12:34:56 | 2026-11-29T00:00:00",
                "@monthly              | 2026-11-24T12:34:56 | 2026-12-01T00:00:00",
                "@yearly               | 2026-11-24T12:34:56 | 2027-01-01T00:00:00",
                "@ANNUALLY             | 2026-11-24T12:34:56 | 2027-01-01T00:00:00"
            })
    void theNextTimeIsTheFirstThatFits(String text, LocalDateTime after, LocalDateTime next) {
        assertThat(CronInterval.of(text).nextAfter(after.toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
                .contains(next.toInstant(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0 13 * fri   | 2026-11-24T12:00:00 | 2026-11-27T00:00:00",
                "0 0 13 * fri   | 2026-12-11T12:00:00 | 2026-12-13T00:00:00",
                "0 0 l * mon    | 2027-01-26T12:00:00 | 2027-01-31T00:00:00",
                "0 0 13 * ?     | 2026-11-24T12:00:00 | 2026-12-13T00:00:00",
                "0 0 13 * 0-6   | 2026-11-24T12:00:00 | 2026-12-13T00:00:00",
                "0 0 */1 * fri  | 2026-11-24T12:00:00 | 2026-11-27T00:00:00"
            })
    void ofTwoColumnsOfDaysEitherIsEnoughUnlessOneSaysNothing(String text, LocalDateTime after, LocalDateTime next) {
        assertThat(CronInterval.of(text).nextAfter(after.toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
                .contains(next.toInstant(ZoneOffset.UTC));
    }

    @Test
    void aDayThatNeverComesHasNoNext() {
        assertThat(CronInterval.of("0 0 30 2 *").nextAfter(Instant.EPOCH, ZoneOffset.UTC))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 12 * * *   | 2026-07-01T10:00:00Z | 2026-07-02T10:00:00Z",
                "0 12 * * *   | 2026-12-01T10:00:00Z | 2026-12-01T11:00:00Z",
                // In the night of 29 March, the hour from 02:00 (01:00Z) does not exist.
                "30 2 * * *   | 2026-03-29T00:00:00Z | 2026-03-29T01:30:00Z",
                "30 2 * * *   | 2026-03-29T01:30:00Z | 2026-03-30T00:30:00Z",
                "*/30 * * * * | 2026-03-29T00:30:00Z | 2026-03-29T01:00:00Z",
                "*/30 * * * * | 2026-03-29T01:00:00Z | 2026-03-29T01:30:00Z",
                // In the night of 25 October, the hour from 02:00 comes twice: from 00:00Z and from 01:00Z.
                "30 2 * * *   | 2026-10-24T12:00:00Z | 2026-10-25T00:30:00Z",
                "30 2 * * *   | 2026-10-25T00:30:00Z | 2026-10-26T01:30:00Z",
                "30 2 * * *   | 2026-10-25T01:15:00Z | 2026-10-26T01:30:00Z",
                "*/30 * * * * | 2026-10-25T00:30:00Z | 2026-10-25T01:00:00Z",
                "*/30 * * * * | 2026-10-25T01:00:00Z | 2026-10-25T01:30:00Z",
                "*/30 * * * * | 2026-10-25T01:30:00Z | 2026-10-25T02:00:00Z",
                "*/30 * * * * | 2026-10-25T02:00:00Z | 2026-10-25T02:30:00Z"
            })
    void theNextTimeIsThatOfTheLocalClock(String text, Instant after, Instant next) {
        assertThat(CronInterval.of(text).nextAfter(after, ZoneId.of("Europe/Berlin")))
                .contains(next);
    }
}
