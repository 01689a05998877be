package org.symbolon.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateSpanTest {

    @ParameterizedTest
    @CsvSource({
        "2026*, 2026-01-01T00:00, 2027-01-01T00:00",
        "2026-1*, 2026-01-01T00:00, 2027-01-01T00:00",
        "2026-11-*, 2026-11-01T00:00, 2026-12-01T00:00",
        "2026-11%, 2026-11-01T00:00, 2026-12-01T00:00",
        "2026-11-24 1_:*, 2026-11-24T00:00, 2026-11-25T00:00",
        "2026-11-24 12*, 2026-11-24T12:00, 2026-11-24T13:00",
        "2026-11-24 12:34:*, 2026-11-24T12:34, 2026-11-24T12:35",
        "2026-11-24 12:34:44, 2026-11-24T12:34:44, 2026-11-24T12:34:45",
        "2026-11-24 and more, 2026-11-24T00:00, 2026-11-25T00:00"
    })
    void aTextBeginsWithTheSpanInWhichItsTimesLie(String wanted, LocalDateTime from, LocalDateTime until) {
        assertThat(DateSpan.of(wanted)).hasValue(new DateSpan(from, until));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "202*", "*2026", "x", "2026-13-*", "2026-02-30*", "2026-11-24 25*"})
    void aTextThatBeginsWithNoDateHasNone(String wanted) {
        assertThat(DateSpan.of(wanted)).isEmpty();
    }

    @Test
    void aLineEndIsNoObstacle() {
        assertThat(DateSpan.of("2026-11\n")).isPresent();
    }
}
