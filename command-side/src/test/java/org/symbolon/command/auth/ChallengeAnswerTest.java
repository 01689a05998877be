package org.symbolon.command.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.auth.ChallengeStage.ASKING;
import static org.symbolon.command.auth.ChallengeStage.FIRST_ID;
import static org.symbolon.command.auth.ChallengeStage.answer;
import static org.symbolon.command.auth.ChallengeStage.answering;
import static org.symbolon.command.auth.ChallengeStage.asking;
import static org.symbolon.command.auth.ChallengeStage.begun;
import static org.symbolon.command.auth.ChallengeStage.hotp;
import static org.symbolon.command.auth.ChallengeStage.questionOfLogin;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.PIN_HASH;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.support.EnrolledToken;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.challenge.BegunChallenge;
import org.symbolon.events.challenge.ChallengeAnsweredWrongly;
import org.symbolon.events.challenge.ChallengesBegun;
import org.symbolon.events.challenge.ChallengesEnded;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.FailCounterRaised;
import org.symbolon.events.token.FailCounterReset;
import org.symbolon.events.token.FailLimitReached;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.OtpConsumed;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.OtpRejected.Reason;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenDisabled;

class ChallengeAnswerTest {

    private static final String FIRST_OTP = "755224";
    private static final String RESYNC = "To resync your token, please enter the next OTP value";

    private final ChallengeStage stage = new ChallengeStage();

    @Test
    void theRightAnswerIsAcceptedAndEndsAllChallengesOfTheTransaction() {
        stage.given(hotp("A"), hotp("B"), wrongPin("A", 3), begun("A", "B"));

        Decision decision = stage.when(answer(FIRST_ID, answering("A", FIRST_OTP)));

        assertThat(decision).isEqualTo(new Decision(true, "Found matching challenge", "A", null, null));
        assertThat(stage.facts())
                .containsExactly(
                        new OtpAccepted("A", 1, 1, 1, StateChange.counter(1L)),
                        new ChallengesEnded(FIRST_ID, List.of("A", "B")));
    }

    @Test
    void anAnswerCountsOnceAlsoWhereItsValueStaysRight() {
        stage.given(EnrolledToken.pw("secret").serial("A").owner(ALICE).fact(), begun("A"));

        assertThat(stage.when(answer(FIRST_ID, answering("A", "secret"))).accepted())
                .isTrue();

        Decision second = stage.when(answer(FIRST_ID, answering("A", "secret")));
        assertThat(second).isEqualTo(Decision.without("wrong otp pin"));
        assertThat(stage.facts()).containsExactly(new OtpRejected("A", 1, Reason.WRONG_PIN, 1, 2, StateChange.NONE));
    }

    @Test
    void theFirstTokenWhoseValueItIsDecidesAndTheOthersAreLeftAlone() {
        stage.given(
                EnrolledToken.pw("secret").serial("A").owner(ALICE).fact(), hotp("B"), hotp("C"), begun("A", "B", "C"));

        Decision decision = stage.when(
                answer(FIRST_ID, answering("A", "secret"), answering("B", "secret"), answering("C", "secret")));

        assertThat(decision.used().serial()).isEqualTo("A");
        assertThat(stage.facts())
                .containsExactly(
                        new OtpAccepted("A", 1, 1, 1, StateChange.NONE),
                        new ChallengesEnded(FIRST_ID, List.of("A", "B", "C")));
    }

    @Test
    void aWrongAnswerRaisesTheFailCounterAndLeavesTheChallengeOpen() {
        stage.given(hotp("A"), begun("A"));

        Decision decision = stage.when(answer(FIRST_ID, answering("A", "000000")));

        assertThat(decision).isEqualTo(new Decision(false, "Response did not match the challenge.", "A", "hotp", null));
        assertThat(stage.facts())
                .containsExactly(
                        new OtpRejected("A", 1, Reason.WRONG_OTP, 1, 0, StateChange.NONE),
                        new ChallengeAnsweredWrongly(FIRST_ID, "A"));
        assertThat(stage.when(answer(FIRST_ID, answering("A", FIRST_OTP))).accepted())
                .isTrue();
    }

    @Test
    void aWrongAnswerCountsForEachTokenThatWasAsked() {
        stage.given(hotp("A"), hotp("B"), hotp("C"), wrongPin("B", 9), begun("A", "B"));

        Decision decision = stage.when(
                answer(FIRST_ID, answering("A", "000000"), answering("B", "000000"), answering("C", "000000")));

        assertThat(decision).isEqualTo(Decision.without("Response did not match for 2 tokens."));
        assertThat(stage.facts())
                .containsExactlyInAnyOrder(
                        new OtpRejected("A", 1, Reason.WRONG_OTP, 1, 0, StateChange.NONE),
                        new ChallengeAnsweredWrongly(FIRST_ID, "A"),
                        new OtpRejected("B", 1, Reason.WRONG_OTP, 10, 0, StateChange.NONE),
                        new FailLimitReached("B", 1),
                        new ChallengeAnsweredWrongly(FIRST_ID, "B"));
    }

    @Test
    void theRightAnswerOfAnUnfitTokenIsUsedUpAndCountsAsAFailure() {
        stage.given(hotp("A"), hotp("B"), new TokenDisabled("A", 1), begun("A", "B"));

        Decision decision = stage.when(answer(FIRST_ID, answering("A", FIRST_OTP), answering("B", FIRST_OTP)));

        assertThat(decision)
                .isEqualTo(new Decision(
                        false,
                        "Challenge matches, but token is not fit for challenge. Token is disabled",
                        "A",
                        null,
                        null));
        assertThat(stage.facts())
                .containsExactlyInAnyOrder(
                        new OtpConsumed("A", 1, "Token is disabled", StateChange.counter(1L)),
                        new FailCounterRaised("A", 1, 1),
                        new FailCounterRaised("B", 1, 1),
                        new ChallengesEnded(FIRST_ID, List.of("A")));
    }

    @Test
    void aFullFailCounterIsNotForgivenByAnAnswer() {
        stage.settings().with("failcounter_clear_timeout", "10");
        stage.given(hotp("A"), wrongPin("A", 10), begun("A"));

        assertThat(stage.when(answer(FIRST_ID, answering("A", FIRST_OTP))).message())
                .endsWith("Failcounter exceeded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuch", "00000000000000000000"})
    void anAnswerToAnUnknownTransactionIsWrong(String transaction) {
        stage.given(hotp("A"), begun("A"));

        Decision decision = stage.when(answer(transaction, answering("A", FIRST_OTP)));

        assertThat(decision).isEqualTo(Decision.without("wrong otp pin"));
        assertThat(stage.facts()).containsExactly(new OtpRejected("A", 1, Reason.WRONG_PIN, 1, 1, StateChange.NONE));
    }

    @Test
    void anIdThatIsTooLongForAnyTransactionIsUnknown() {
        stage.given(hotp("A"));

        assertThat(stage.when(answer("1".repeat(10_000), answering("A", FIRST_OTP))))
                .isEqualTo(Decision.without("wrong otp pin"));
    }

    @Test
    void anAnswerThatComesTooLateIsWrong() {
        stage.given(hotp("A"), begun("A"));
        stage.clock().pass(Duration.ofSeconds(121));

        assertThat(stage.when(answer(FIRST_ID, answering("A", FIRST_OTP))))
                .isEqualTo(Decision.without("wrong otp pin"));
    }

    @Test
    void aTokenThatWasNotAskedCannotAnswerNorOneThatHasTheSerialNow() {
        ChallengesBegun ofAnother =
                new ChallengesBegun(FIRST_ID, List.of(new BegunChallenge("A", 2, "", "", null, "", 120)));
        stage.given(hotp("A"), hotp("B"), ofAnother);

        assertThat(stage.when(answer(FIRST_ID, answering("A", FIRST_OTP), answering("B", FIRST_OTP))))
                .isEqualTo(Decision.without("wrong otp pin"));
    }

    @Test
    void aSimplePassIsJudgedByItsPinWhateverTransactionIsNamed() {
        stage.given(EnrolledToken.spass().serial("S").owner(ALICE).fact(), hotp("A"), begun("A"));
        Trial pin = new Trial("S", Secret.EMPTY, true, PIN_HASH, true);

        Decision decision = stage.when(answer(FIRST_ID, pin, answering("A", "1234")));

        assertThat(decision).isEqualTo(new Decision(true, "matching 1 tokens", "S", "spass", 6));
        assertThat(stage.facts()).containsExactly(new OtpAccepted("S", 1, 1, 1, StateChange.NONE));
    }

    @Test
    void aSuccessMayForgiveTheFailuresOfAllTokens() {
        stage.given(hotp("A"), hotp("B"), hotp("C"), wrongPin("B", 10), begun("A"));

        stage.when(LogInKit.checking(
                ALICE,
                List.of(answering("A", FIRST_OTP), answering("B", FIRST_OTP), answering("C", FIRST_OTP)),
                false,
                false,
                FIRST_ID,
                asking().resetsAllTokens(Ruled.of(true, List.of())).terms()));

        assertThat(stage.facts())
                .containsExactly(
                        new OtpAccepted("A", 1, 1, 1, StateChange.counter(1L)),
                        new ChallengesEnded(FIRST_ID, List.of("A")),
                        new FailCounterReset("B", 1));
    }

    @Test
    void aFailureForgivesNothing() {
        stage.given(hotp("A"), wrongPin("A", 3));

        stage.when(LogInKit.checking(
                ALICE,
                List.of(answering("A", FIRST_OTP)),
                false,
                false,
                FIRST_ID,
                asking().resetsAllTokens(Ruled.of(true, List.of())).terms()));

        assertThat(stage.facts()).noneMatch(FailCounterReset.class::isInstance);
    }

    @Test
    void aDistantValueIsAnsweredWithTheQuestionForTheNextOne() {
        stage.settings().with("AutoResync", "True");
        stage.given(EnrolledToken.hotp().serial("A").owner(ALICE).windows(2, 20).fact());

        Decision decision = stage.when(
                valueOf("A", "399871", asking().resynchronisesByChallenge(true).terms()));

        assertThat(decision)
                .isEqualTo(Decision.asking(
                        new Asked(FIRST_ID, List.of(questionOfLogin("A", "hotp", RESYNC)), List.of(RESYNC))));
        assertThat(stage.facts())
                .contains(new ChallengesBegun(
                        FIRST_ID, List.of(new BegunChallenge("A", 1, "generic_resync", "", null, "", 120))));
        assertThat(stage.when(answer(FIRST_ID, answering("A", "520489"))).message())
                .isEqualTo("Found matching challenge");
    }

    @Test
    void aDistantValueIsJustWrongWhereNobodySaysMore() {
        stage.settings().with("AutoResync", "True");
        stage.given(EnrolledToken.hotp().serial("A").owner(ALICE).windows(2, 20).fact());

        assertThat(stage.when(valueOf("A", "399871", ASKING)).message()).isEqualTo("wrong otp value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000", "755224"})
    void noOtherValueIsAnsweredWithAQuestion(String value) {
        stage.settings().with("AutoResync", "True");
        stage.given(
                EnrolledToken.hotp().serial("A").owner(ALICE).windows(2, 20).fact(),
                new OtpAccepted("A", 1, 1, 1, StateChange.counter(1L)));

        assertThat(stage.when(valueOf(
                                "A",
                                value,
                                asking().resynchronisesByChallenge(true).terms()))
                        .asked())
                .isNull();
    }

    @Test
    void anUnfitTokenIsNotAskedForItsNextValue() {
        stage.settings().with("AutoResync", "True");
        stage.given(EnrolledToken.hotp().serial("A").owner(ALICE).windows(2, 20).fact(), new TokenDisabled("A", 1));

        assertThat(stage.when(valueOf(
                                "A",
                                "399871",
                                asking().resynchronisesByChallenge(true).terms()))
                        .message())
                .isEqualTo("wrong otp value");
    }

    private static LogIn valueOf(String serial, String value, LoginTerms terms) {
        Trial trial = new Trial(serial, Secret.of(value), true, PIN_HASH, true);
        return LogInKit.checking(ALICE, List.of(trial), false, false, null, terms);
    }

    private static OtpRejected wrongPin(String serial, int failCount) {
        return new OtpRejected(serial, 1, Reason.WRONG_PIN, failCount, 0, StateChange.NONE);
    }
}
