package org.symbolon.command.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.EnrolledToken.hotp;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.support.EnrolledToken;
import org.symbolon.command.support.TokenFixture;
import org.symbolon.events.token.TokenDisabled;

class FitnessTest {

    private static final Instant NOW = TokenFixture.NOW;

    @Test
    void aTokenIsFitWhenNothingSpeaksAgainstIt() {
        assertThat(Fitness.refusalOf(token(hotp()), NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "count_auth, 5, 5, false",
        "count_auth, 6, 5, false",
        "count_auth, 4, 5, true",
        "count_auth, 5, 0, true",
        "count_auth, 5, many, true",
        "count_auth_success, 5, 5, false",
        "count_auth_success, 4, 5, true",
        "count_auth_success, 4, -1, true"
    })
    void aTokenMayBeUsedUntilItsCounterIsExhausted(String counter, String count, String most, boolean fit) {
        Token token = token(hotp().info(Map.of(counter, count, counter + "_max", most)));

        assertThat(Fitness.refusalOf(token, NOW))
                .isEqualTo(fit ? Optional.empty() : Optional.of("Authentication counter exceeded"));
    }

    @Test
    void aMissingCounterIsZero() {
        assertThat(Fitness.refusalOf(token(hotp().info(Map.of("count_auth_max", "1"))), NOW))
                .isEmpty();
    }

    @Test
    void aTokenWithALimitOfNoFailuresIsNeverFit() {
        assertThat(Fitness.refusalOf(token(hotp().failLimit(0)), NOW)).contains("Failcounter exceeded");
    }

    @ParameterizedTest
    @CsvSource({
        "validity_period_start, 2026-11-24T12:34+0000, true",
        "validity_period_start, 2026-11-24T12:35+0000, false",
        "validity_period_start, 2026-11-24T14:34+0200, true",
        "validity_period_end, 2026-11-24T12:34+0000, false",
        "validity_period_end, 2026-11-24T12:35+0000, true",
        "validity_period_end, 2026-11-24T11:35+0000, false",
        "validity_period_end, '', true",
        "validity_period_end, never, true"
    })
    void aTokenIsFitInsideItsValidityPeriod(String bound, String time, boolean fit) {
        assertThat(Fitness.refusalOf(token(hotp().info(Map.of(bound, time))), NOW))
                .isEqualTo(fit ? Optional.empty() : Optional.of("Outside validity period"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clientwait", "verify"})
    void aTokenIsUnfitUntilItIsEnrolledToTheEnd(String rolloutState) {
        assertThat(Fitness.refusalOf(token(hotp().rolloutState(rolloutState)), NOW))
                .contains("Token is not yet enrolled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "enrolled", "pending", "failed"})
    void otherRolloutStatesDoNotMatter(String rolloutState) {
        assertThat(Fitness.refusalOf(token(hotp().rolloutState(rolloutState)), NOW))
                .isEmpty();
    }

    @Test
    void theReasonsComeInAFixedOrder() {
        Map<String, String> exhausted = Map.of("count_auth", "1", "count_auth_max", "1");
        Map<String, String> expired = Map.of("validity_period_end", "2026-01-01T00:00+0000");

        assertThat(Fitness.refusalOf(disabled(hotp().failLimit(0).info(exhausted)), NOW))
                .contains("Authentication counter exceeded");
        assertThat(Fitness.refusalOf(disabled(hotp().failLimit(0).info(expired)), NOW))
                .contains("Token is disabled");
        assertThat(Fitness.refusalOf(token(hotp().failLimit(0).info(expired)), NOW))
                .contains("Failcounter exceeded");
        assertThat(Fitness.refusalOf(token(hotp().rolloutState("verify").info(expired)), NOW))
                .contains("Outside validity period");
    }

    private static Token token(EnrolledToken enrolled) {
        Token token = new Token();
        token.on(enrolled.fact());
        return token;
    }

    private static Token disabled(EnrolledToken enrolled) {
        Token token = token(enrolled);
        token.on(new TokenDisabled(token.serial(), token.tokenId()));
        return token;
    }
}
