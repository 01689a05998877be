package org.symbolon.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicySpanTest {

    @Test
    void eachUnitHasItsLetter() {
        assertThat(PolicySpan.parse("20s")).contains(Duration.ofSeconds(20));
        assertThat(PolicySpan.parse("5m")).contains(Duration.ofMinutes(5));
        assertThat(PolicySpan.parse(" 4H ")).contains(Duration.ofHours(4));
        assertThat(PolicySpan.parse("7d")).contains(Duration.ofDays(7));
        assertThat(PolicySpan.parse("2y")).contains(Duration.ofDays(730));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "m", "-5m", "5w", "5 m", "1.5h", "99999999999s"})
    void everythingElseIsNoSpan(String text) {
        assertThat(PolicySpan.parse(text)).isEmpty();
    }

    @Test
    void spansArePrintedAsMessagesPrintThem() {
        assertThat(PolicySpan.printed(Duration.ofSeconds(20))).isEqualTo("0:00:20");
        assertThat(PolicySpan.printed(Duration.ofMinutes(90))).isEqualTo("1:30:00");
        assertThat(PolicySpan.printed(Duration.ofDays(1))).isEqualTo("1 day, 0:00:00");
        assertThat(PolicySpan.printed(Duration.ofHours(49))).isEqualTo("2 days, 1:00:00");
    }
}
