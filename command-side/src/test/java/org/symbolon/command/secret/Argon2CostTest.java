package org.symbolon.command.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Argon2CostTest {

    @Test
    void theDefaultIsTheMinimumOfOwasp() {
        assertThat(Argon2Cost.MINIMUM).isEqualTo(new Argon2Cost(19_456, 2, 1));
    }

    @ParameterizedTest
    @CsvSource({"47104,1", "19456,2", "12288,3", "9216,4", "7168,5", "102400,9"})
    void acceptsEveryEquivalentMinimumAndMore(int memoryKib, int iterations) {
        assertThat(new Argon2Cost(memoryKib, iterations, 1).memoryKib()).isEqualTo(memoryKib);
    }

    @ParameterizedTest
    @CsvSource({"47103,1", "19455,2", "12287,3", "9215,4", "7167,5", "7167,50", "19456,0"})
    void refusesLessThanTheMinimum(int memoryKib, int iterations) {
        assertThatThrownBy(() -> new Argon2Cost(memoryKib, iterations, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weaker than the minimum");
    }

    @ParameterizedTest
    @CsvSource({"19456,2,0", "19456,2,65", "1048577,2,1", "1048576,5,1"})
    void refusesWhatNoLogInMayCost(int memoryKib, int iterations, int lanes) {
        assertThatThrownBy(() -> new Argon2Cost(memoryKib, iterations, lanes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("impossible or takes more");
    }
}
