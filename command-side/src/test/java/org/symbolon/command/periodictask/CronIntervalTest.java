package org.symbolon.command.periodictask;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    @ValueSource(strings = {"", " ", "* * * *", "* * * * * * *", "@reboot", "@ * * *", "daily"})
    void anIntervalHasFiveOrSixColumns(String text) {
        assertThatThrownBy(() -> CronInterval.check(text))
                .isInstanceOf(Refusal.class)
                .hasMessage("Invalid interval: '" + text + "' has not 5 or 6 columns");
    }

    @Test
    void theColumnThatIsWrongIsNamed() {
        assertThatThrownBy(() -> CronInterval.check("0 0 1 13 *")).hasMessage("Invalid interval: '13' is no month");
        assertThatThrownBy(() -> CronInterval.check("* * * * * 60")).hasMessage("Invalid interval: '60' is no second");
    }
}
