package org.symbolon.events.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenDatesTest {

    private static final Instant TIME = Instant.parse("2026-11-24T12:34:44.537961Z");

    @Test
    void timesAreStoredInTwoForms() {
        assertThat(TokenDates.toMinutes(TIME)).isEqualTo("2026-11-24T12:34+0000");
        assertThat(TokenDates.toMicroseconds(TIME)).isEqualTo("2026-11-24 12:34:44.537961+00:00");
        assertThat(TokenDates.toMicroseconds(Instant.EPOCH)).isEqualTo("1970-01-01 00:00:00.000000+00:00");
    }

    @Test
    void whatIsStoredCanBeRead() {
        assertThat(TokenDates.parse(TokenDates.toMinutes(TIME))).contains(Instant.parse("2026-11-24T12:34:00Z"));
        assertThat(TokenDates.parse(TokenDates.toMicroseconds(TIME))).contains(TIME);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T12:34+0000, 2026-11-24T12:34+0000",
        "2026-11-24T12:34+0200, 2026-11-24T12:34+0200",
        "2026-11-24T12:34Z, 2026-11-24T12:34+0000",
        "2026-11-24T12:34:56+02:00, 2026-11-24T12:34+0200",
        "2026-11-24 12:34:56.789Z, 2026-11-24T12:34+0000",
        "' 2026-11-24T12:34Z ', 2026-11-24T12:34+0000"
    })
    void aTypedDateWithOffsetKeepsIt(String typed, String stored) {
        assertThat(TokenDates.normalised(typed)).contains(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T12:34, 2026-11-24T12:34",
        "2026-11-24 12:34, 2026-11-24T12:34",
        "2026-11-24, 2026-11-24T00:00",
        "24/11/26 12:34, 2026-11-24T12:34",
        "04/11/26, 2026-11-04T00:00",
        "24.11.2026 12:34, 2026-11-24T12:34",
        "24.11.2026, 2026-11-24T00:00"
    })
    void aDateWithoutOffsetIsLocalTime(String typed, LocalDateTime local) {
        assertThat(TokenDates.parse(typed))
                .contains(local.atZone(ZoneId.systemDefault()).toInstant());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "tomorrow", "2026-13-01", "2026-11-24T25:00", "31/31/26", "2026-11-24T12:34+9900"})
    void whatIsNoDateNamesNoMoment(String text) {
        assertThat(TokenDates.parse(text)).isEmpty();
        assertThat(TokenDates.normalised(text)).isEmpty();
    }
}
