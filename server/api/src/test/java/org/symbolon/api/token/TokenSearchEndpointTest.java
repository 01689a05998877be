package org.symbolon.api.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenSearchEndpointTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1000, false",
        "1000000, 10, false",
        "1666667, 10, true",
        "95000, 1000, false",
        "100000, 1000, true",
        "9000000000, 1, true"
    })
    void whatWouldTakeMinutesIsTooMuch(long tokens, int window, boolean tooMuch) {
        assertThat(TokenSearchEndpoint.isTooMuch(tokens, window)).isEqualTo(tooMuch);
    }
}
