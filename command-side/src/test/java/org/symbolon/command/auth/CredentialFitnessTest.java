package org.symbolon.command.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.EnrolledToken.SERIAL;
import static org.symbolon.command.support.EnrolledToken.hotp;
import static org.symbolon.command.support.RefusalMatcher.tokenLocked;
import static org.symbolon.command.support.TokenFixture.NOW;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.events.token.FailCounterReset;
import org.symbolon.events.token.FailLimitReached;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.OtpConsumed;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.OtpRejected.Reason;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenRevoked;

/** Which tokens a right value is not enough for: full fail counters, and tokens that are locked. */
class CredentialFitnessTest extends CheckedCredentials {

    @Test
    void attemptsAreNotCountedWhenTheSettingsForbidIt() {
        token.setting("no_auth_counter", "True")
                .given(hotp().fact())
                .when(rightPin(FIRST_OTP))
                .expectEvents(new OtpAccepted(SERIAL, 1, 0, 0, StateChange.counter(1L)))
                .expectState(found -> assertThat(found.info()).doesNotContainKeys("count_auth", "count_auth_success"));
    }

    @Test
    void failuresAreNotCountedWhenTheSettingsForbidIt() {
        token.setting("no_auth_counter", "True")
                .given(hotp().fact())
                .when(rightPin(WRONG_OTP))
                .expectEvents(new OtpRejected(SERIAL, 1, Reason.WRONG_OTP, 1, 0, StateChange.NONE));
    }

    @Test
    void theFailLimitIsReachedExactlyOnce() {
        token.given(hotp().failLimit(2).fact(), wrongPin(1))
                .when(rightPin(WRONG_OTP))
                .expectEvents(
                        new OtpRejected(SERIAL, 1, Reason.WRONG_OTP, 2, 1, StateChange.NONE),
                        new FailLimitReached(SERIAL, 1))
                .expectState(found ->
                        assertThat(found.info()).containsEntry("failcounter_exceeded", "2026-11-24T12:34+0000"));
    }

    @Test
    void aFullFailCounterStaysFullAndSaysSoNoSecondTime() {
        token.given(hotp().failLimit(2).fact(), wrongPin(2), new FailLimitReached(SERIAL, 1))
                .when(wrongPinWith(FIRST_OTP))
                .expectEvents(new OtpRejected(SERIAL, 1, Reason.WRONG_PIN, 2, 1, StateChange.NONE));
    }

    @Test
    void aLimitThatWasLoweredBelowTheCounterDoesNotLowerTheCounter() {
        token.given(hotp().failLimit(2).fact(), wrongPin(5))
                .when(rightPin(WRONG_OTP))
                .expectEvents(new OtpRejected(SERIAL, 1, Reason.WRONG_OTP, 5, 1, StateChange.NONE));
    }

    @Test
    void aFullFailCounterRefusesTheRightValueWhichIsSpentAllTheSame() {
        token.given(hotp().failLimit(2).fact(), wrongPin(2), new FailLimitReached(SERIAL, 1))
                .when(rightPin(FIRST_OTP))
                .expectEvents(new OtpConsumed(SERIAL, 1, "Failcounter exceeded", StateChange.counter(1L)))
                .expectResultMessagePayload(decision(false, "matching 1 tokens, Failcounter exceeded"))
                .expectState(found -> assertThat(found.failCount()).isEqualTo(2));
    }

    @Test
    void aValueAloneIsNotEnoughForATokenThatIsUnfitAndIsSpentAllTheSame() {
        token.given(hotp().failLimit(2).fact(), wrongPin(2), new FailLimitReached(SERIAL, 1))
                .when(valueAlone(FIRST_OTP))
                .expectEvents(new OtpConsumed(SERIAL, 1, "Failcounter exceeded", StateChange.counter(1L)))
                .expectResultMessagePayload(Decision.without("OTP verification failed. Failcounter exceeded"));
        token.given(hotp().fact(), new TokenDisabled(SERIAL, 1))
                .when(valueAlone(FIRST_OTP))
                .expectEvents(new OtpConsumed(SERIAL, 1, "Token is disabled", StateChange.counter(1L)))
                .expectResultMessagePayload(Decision.without("OTP verification failed. Token is disabled"));
    }

    @Test
    void aValueAloneForgivesAFullFailCounterAfterItsTime() {
        token.setting("failcounter_clear_timeout", "10")
                .givenAt(
                        NOW.minus(Duration.ofMinutes(11)),
                        hotp().failLimit(2).fact(),
                        wrongPin(2),
                        new FailLimitReached(SERIAL, 1))
                .when(valueAlone(FIRST_OTP))
                .expectEvents(
                        new FailCounterReset(SERIAL, 1), new OtpConsumed(SERIAL, 1, null, StateChange.counter(1L)));
    }

    @Test
    void aFullFailCounterIsForgivenAfterItsTime() {
        token.setting("failcounter_clear_timeout", "10")
                .givenAt(
                        NOW.minus(Duration.ofMinutes(11)),
                        hotp().failLimit(2).fact(),
                        wrongPin(2),
                        new FailLimitReached(SERIAL, 1))
                .when(rightPin(FIRST_OTP))
                .expectEvents(
                        new FailCounterReset(SERIAL, 1), new OtpAccepted(SERIAL, 1, 1, 1, StateChange.counter(1L)))
                .expectResultMessagePayload(decision(true, "matching 1 tokens"));
    }

    @ParameterizedTest
    @CsvSource({"10, 9", "0, 11", "-1, 11", "soon, 11"})
    void aFullFailCounterIsNotForgivenBeforeItsTimeOrWithoutOne(String timeout, int age) {
        token.setting("failcounter_clear_timeout", timeout)
                .givenAt(
                        NOW.minus(Duration.ofMinutes(age)),
                        hotp().failLimit(2).fact(),
                        wrongPin(2),
                        new FailLimitReached(SERIAL, 1))
                .when(rightPin(FIRST_OTP))
                .expectEvents(new OtpConsumed(SERIAL, 1, "Failcounter exceeded", StateChange.counter(1L)));
    }

    @Test
    void aRightPinForgivesAFullFailCounterOnlyIfTheSettingsSayIt() {
        token.setting("failcounter_clear_timeout", "10")
                .setting("ResetFailcounterOnPIN", "True")
                .givenAt(
                        NOW.minus(Duration.ofMinutes(11)),
                        hotp().failLimit(2).fact(),
                        wrongPin(2),
                        new FailLimitReached(SERIAL, 1))
                .when(rightPin(WRONG_OTP))
                .expectEvents(
                        new FailCounterReset(SERIAL, 1),
                        new OtpRejected(SERIAL, 1, Reason.WRONG_OTP, 1, 1, StateChange.NONE));
    }

    @Test
    void aRightPinForgivesNothingByDefault() {
        token.setting("failcounter_clear_timeout", "10")
                .givenAt(
                        NOW.minus(Duration.ofMinutes(11)),
                        hotp().failLimit(2).fact(),
                        wrongPin(2),
                        new FailLimitReached(SERIAL, 1))
                .when(rightPin(WRONG_OTP))
                .expectEvents(new OtpRejected(SERIAL, 1, Reason.WRONG_OTP, 2, 1, StateChange.NONE));
    }

    @Test
    void aDisabledTokenIsRefused() {
        token.given(hotp().fact(), new TokenDisabled(SERIAL, 1))
                .when(rightPin(FIRST_OTP))
                .expectEvents(new OtpConsumed(SERIAL, 1, "Token is disabled", StateChange.counter(1L)))
                .expectResultMessagePayload(decision(false, "matching 1 tokens, Token is disabled"));
    }

    @Test
    void aSpentValueOfARefusedTokenIsAReplay() {
        token.given(hotp().fact(), new OtpConsumed(SERIAL, 1, "Token is disabled", StateChange.counter(1L)))
                .when(rightPin(FIRST_OTP))
                .expectEvents(new OtpRejected(SERIAL, 1, Reason.REPLAYED_OTP, 1, 1, StateChange.NONE));
    }

    @Test
    void theFirstReasonInTheFixedOrderIsTheOneThatIsShown() {
        TokenEnrolled unfit = hotp().failLimit(1)
                .rolloutState("verify")
                .info(Map.of("count_auth", "1", "count_auth_max", "1", "validity_period_end", "2026-01-01T00:00+0000"))
                .fact();
        token.given(unfit, wrongPin(1), new TokenDisabled(SERIAL, 1))
                .when(rightPin(FIRST_OTP))
                .expectResultMessagePayload(decision(false, "matching 1 tokens, Authentication counter exceeded"));
    }

    @Test
    void aRevokedTokenAloneIsALockedOne() {
        token.given(hotp().fact(), new TokenRevoked(SERIAL, 1))
                .when(rightPin(FIRST_OTP))
                .expectNoEvents()
                .expectException(tokenLocked());
    }
}
