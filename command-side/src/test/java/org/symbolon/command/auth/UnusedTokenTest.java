package org.symbolon.command.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.auth.ChallengeStage.FIRST_ID;
import static org.symbolon.command.auth.ChallengeStage.answering;
import static org.symbolon.command.auth.ChallengeStage.begun;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.PIN_HASH;
import static org.symbolon.command.support.EnrolledToken.SERIAL;
import static org.symbolon.command.support.EnrolledToken.hotp;
import static org.symbolon.command.support.TokenFixture.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.support.TokenFixture;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.challenge.ChallengesEnded;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenDates;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.OtpConsumed;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenInfoSet;

/** How a log-in is judged that may only be with a token that was used not long ago. */
class UnusedTokenTest {

    private static final Duration LONGEST = Duration.ofHours(30);
    private static final LoginTerms TERMS =
            LoginTerms.draft().longestUnused(LONGEST).terms();
    private static final String FIRST_OTP = "755224";
    private static final String SECOND_OTP = "287082";
    private static final String LONG_AGO =
            TokenDates.toMicroseconds(NOW.minus(LONGEST).minusSeconds(1));
    private static final String REFUSAL = "The last successful authentication was " + LONG_AGO + ". It is to long ago.";

    private final TokenFixture token = new TokenFixture();

    private static LogIn attempt(String otp) {
        Trial trial = new Trial(SERIAL, Secret.of(otp), true, PIN_HASH, true);
        return LogInKit.checking(null, List.of(trial), false, false, null, TERMS);
    }

    @Test
    void aTokenThatWasNeverUsedIsFit() {
        token.given(hotp().fact())
                .when(attempt(FIRST_OTP))
                .expectEvents(new OtpAccepted(SERIAL, 1, 1, 1, StateChange.counter(1L)));
    }

    @Test
    void aTokenThatWasUsedLatelyIsFit() {
        token.givenAt(NOW.minus(LONGEST), hotp().fact(), new OtpAccepted(SERIAL, 1, 1, 1, StateChange.counter(1L)))
                .when(attempt(SECOND_OTP))
                .expectEvents(new OtpAccepted(SERIAL, 1, 2, 2, StateChange.counter(2L)));
    }

    @Test
    void aTokenThatWasUsedLongAgoIsRefusedAndItsValueIsSpent() {
        token.givenAt(
                        NOW.minus(LONGEST).minusSeconds(1),
                        hotp().fact(),
                        new OtpAccepted(SERIAL, 1, 1, 1, StateChange.counter(1L)))
                .when(attempt(SECOND_OTP))
                .expectEvents(new OtpConsumed(SERIAL, 1, REFUSAL, StateChange.counter(2L)))
                .expectResultMessagePayload(new Decision(false, REFUSAL, SERIAL, "hotp", 6));
    }

    @Test
    void whatAnAdministratorSaysOfTheLastUseCounts() {
        token.given(hotp().fact(), new TokenInfoSet(SERIAL, 1, Map.of("last_auth", LONG_AGO)))
                .when(attempt(FIRST_OTP))
                .expectEvents(new OtpConsumed(SERIAL, 1, REFUSAL, StateChange.counter(1L)));
    }

    @Test
    void anAnswerToAChallengeIsRefusedLikewiseAndEndsIt() {
        ChallengeStage stage = new ChallengeStage();
        stage.given(ChallengeStage.hotp("A"), new TokenInfoSet("A", 1, Map.of("last_auth", LONG_AGO)), begun("A"));

        Decision decision =
                stage.when(LogInKit.checking(ALICE, List.of(answering("A", FIRST_OTP)), false, false, FIRST_ID, TERMS));

        assertThat(decision).isEqualTo(new Decision(false, REFUSAL, "A", null, null));
        assertThat(stage.facts())
                .containsExactly(
                        new OtpConsumed("A", 1, REFUSAL, StateChange.counter(1L)),
                        new ChallengesEnded(FIRST_ID, List.of("A")));
    }
}
