package org.symbolon.command.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.auth.ChallengeStage.answer;
import static org.symbolon.command.auth.ChallengeStage.answering;
import static org.symbolon.command.auth.ChallengeStage.asking;
import static org.symbolon.command.auth.ChallengeStage.hotp;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.PIN_HASH;
import static org.symbolon.command.support.EnrolledToken.RFC_SEED;
import static org.symbolon.command.support.FakeVault.sealed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.command.auth.Decision.Outcome;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.support.EnrolledToken;
import org.symbolon.command.token.AwaitedToken;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.events.auth.Denial;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.OwedTokenTerms;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.auth.TokenQuota;
import org.symbolon.events.challenge.BegunChallenge;
import org.symbolon.events.challenge.ChallengeAnsweredWrongly;
import org.symbolon.events.challenge.ChallengesBegun;
import org.symbolon.events.challenge.ChallengesEnded;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.EnrolmentVerified;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.OtpConsumed;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenInfoRemoved;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TypeState;

/** Who has to enrol a token on his way in, and what becomes of the token when he answers. */
class OwedTokenTest {

    private static final String RIGHT = "755224";
    private static final Sealed SEED = sealed("key-of-P", RFC_SEED);
    private static final Sealed OTHER_SEED = sealed("key-of-P", RFC_SEED.replace("31", "41"));
    private static final OwedToken TOTP = new OwedToken(ALICE, Holder.NOBODY, "totp", Map.of(), List.of());
    private static final OwedToken HOTP = new OwedToken(ALICE, Holder.NOBODY, "hotp", Map.of(), List.of());

    private final ChallengeStage stage = new ChallengeStage();

    private static Object awaited(Sealed seed) {
        return EnrolledToken.hotp()
                .serial("P")
                .owner(ALICE)
                .rolloutState("verify")
                .failLimit(2)
                .info(Map.of("enroll_via_multichallenge", "True"))
                .seed(seed)
                .fact();
    }

    private static ChallengesBegun asked(String transaction, Sealed seed) {
        return new ChallengesBegun(transaction, List.of(new BegunChallenge("P", 1, "", "", seed, "enrollment", 120)));
    }

    private static LoginTerms owing(OwedToken token) {
        return owing(new OwedTokenTerms(token.type(), true, Map.of(), Map.of(), TokenQuota.NONE, List.of("owed")));
    }

    private static LoginTerms owing(OwedTokenTerms terms) {
        return asking().owedToken(terms).terms();
    }

    private static LogIn logIn(String typed, OwedToken owed, boolean recalled) {
        Trial trial = new Trial("A", Secret.of(typed), true, PIN_HASH, true);
        return LogInKit.checking(ALICE, List.of(trial), false, recalled, null, owing(TOTP), null, owed);
    }

    @Test
    void whoIsRightIsToldWhatHeOwesWithThePinThatHeTyped() {
        stage.given(hotp("A"));

        Decision decision = stage.when(logIn(RIGHT, TOTP, false));

        assertThat(decision.outcome()).isEqualTo(Outcome.ENROLLING);
        assertThat(decision.message()).isEqualTo("matching 1 tokens, Please scan the QR code!");
        assertThat(decision.policies()).containsExactly("owed");
        assertThat(decision.used().serial()).isEqualTo("A");
        TokenEnrolled enrolled = enrolled();
        assertThat(decision.remark()).isEqualTo("enrolled " + enrolled.serial());
        assertThat(enrolled.type()).isEqualTo("totp");
        assertThat(enrolled.pin()).isEqualTo(PIN_HASH);
        assertThat(stage.facts())
                .startsWith(new OtpAccepted("A", 1, 1, 1, StateChange.counter(1L)), enrolled)
                .hasSize(3)
                .last()
                .isInstanceOf(ChallengesBegun.class);
        assertThat(stage.census().calls()).containsExactly("[owner/realm1/passwd/1001]", "[owner/realm1/passwd/1001]");
    }

    private TokenEnrolled enrolled() {
        return stage.facts().stream()
                .filter(TokenEnrolled.class::isInstance)
                .map(TokenEnrolled.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whereNobodyCouldSeeItNoTokenIsEnrolledAndNobodyLetIn() {
        stage.given(hotp("A"));
        Trial trial = new Trial("A", Secret.of(RIGHT), true, PIN_HASH, true);
        OwedTokenTerms unseen = new OwedTokenTerms("totp", false, Map.of(), Map.of(), TokenQuota.NONE, List.of("owed"));

        Decision decision =
                stage.when(LogInKit.checking(ALICE, List.of(trial), false, false, null, owing(unseen), null, TOTP));

        assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(decision.message())
                .isEqualTo("matching 1 tokens, a token of the type totp has to be enrolled first");
        assertThat(stage.facts()).containsExactly(new OtpAccepted("A", 1, 1, 1, StateChange.counter(1L)));
    }

    @Test
    void termsThatCannotBeFollowedLetNobodyIn() {
        stage.given(hotp("A"));
        Trial trial = new Trial("A", Secret.of(RIGHT), true, PIN_HASH, true);
        OwedTokenTerms faulty = new OwedTokenTerms(
                "totp",
                true,
                Map.of("tokenlabel", Ruled.faulty("conflict", List.of("x"))),
                Map.of(),
                TokenQuota.NONE,
                List.of());

        Decision decision =
                stage.when(LogInKit.checking(ALICE, List.of(trial), false, false, null, owing(faulty), null, TOTP));

        assertThat(decision.denial()).isEqualTo(Denial.ofPolicy("conflict"));
        assertThat(stage.facts()).containsExactly(new OtpAccepted("A", 1, 1, 1, StateChange.counter(1L)));
    }

    @Test
    void whoIsWrongOwesNothingYet() {
        stage.given(hotp("A"));

        assertThat(stage.when(logIn("000000", TOTP, false)).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void whoOwesNothingReservesNothing() {
        stage.given(hotp("A"));

        assertThat(stage.when(logIn(RIGHT, null, false)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(stage.census().calls()).isEmpty();
    }

    @Test
    void memoryIsEnoughOnlyWhereATokenOfTheTypeIsAmongWhatItTries() {
        stage.given(hotp("A"));
        Trial trial = new Trial("A", Secret.of(RIGHT), true, PIN_HASH, true);

        assertThatThrownBy(() -> stage.when(logIn(RIGHT, null, true))).isInstanceOf(StaleEvidenceException.class);
        assertThat(stage.when(LogInKit.checking(ALICE, List.of(trial), false, true, null, owing(HOTP)))
                        .accepted())
                .isTrue();
    }

    @Test
    void whatIsOnItsWayIsNoTokenOfTheTypeToMemory() {
        stage.given(hotp("A"), awaited(SEED));
        List<Trial> trials = List.of(
                new Trial("A", Secret.of(RIGHT), true, PIN_HASH, true),
                new Trial("P", Secret.EMPTY, false, PIN_HASH, false));

        assertThat(stage.when(LogInKit.checking(ALICE, trials, false, true, null, owing(HOTP)))
                        .accepted())
                .as("A is a token of the type")
                .isTrue();
        assertThatThrownBy(() ->
                        stage.when(LogInKit.checking(ALICE, List.of(trials.get(0)), false, true, null, owing(TOTP))))
                .isInstanceOf(StaleEvidenceException.class);
    }

    @Test
    void theRightAnswerFinishesTheTokenAndLetsIn() {
        stage.given(awaited(SEED), asked("tx", SEED));
        LogIn answer = LogInKit.checking(
                ALICE, List.of(answering("P", RIGHT)), false, false, "tx", owing(HOTP), null, HOTP.waitingAs("P"));

        assertThat(stage.when(answer)).isEqualTo(new Decision(true, "Found matching challenge", "P", null, null));
        assertThat(stage.facts())
                .containsExactly(
                        new OtpAccepted("P", 1, 1, 1, StateChange.counter(1L)),
                        new EnrolmentVerified("P", 1),
                        new TokenInfoRemoved("P", 1, List.of("enroll_via_multichallenge")),
                        new ChallengesEnded("tx", List.of("P")));
    }

    @Test
    void theTokenGetsTheSeedThatWasShownWithTheQuestion() {
        stage.given(awaited(OTHER_SEED), asked("tx", SEED));

        assertThat(stage.when(answer("tx", answering("P", RIGHT))).accepted()).isTrue();
        assertThat(stage.facts())
                .startsWith(
                        new TokenReenrolled(
                                "P",
                                1,
                                6,
                                SEED,
                                null,
                                null,
                                2,
                                10,
                                1000,
                                "verify",
                                TypeState.of(0L, Map.of("hashlib", "sha1")),
                                Map.of(),
                                null,
                                List.of("realm1")),
                        new OtpAccepted("P", 1, 1, 1, StateChange.counter(1L)));
        assertThat(stage.when(answer("tx", answering("P", RIGHT))).message()).isEqualTo("wrong otp pin");
    }

    @Test
    void allOtherQuestionsAreDeadOnceOneIsAnswered() {
        stage.given(awaited(OTHER_SEED), asked("tx", SEED), asked("later", OTHER_SEED));

        stage.when(answer("tx", answering("P", RIGHT)));

        assertThat(stage.when(answer("later", answering("P", "287082"))).message())
                .isEqualTo("wrong otp pin");
    }

    @Test
    void wrongAnswersCountUntilTheTokenIsLocked() {
        stage.given(awaited(SEED), asked("tx", SEED));

        assertThat(stage.when(answer("tx", answering("P", "000000"))))
                .isEqualTo(new Decision(false, "Response did not match the challenge.", "P", "hotp", null));
        assertThat(stage.facts())
                .containsExactly(
                        new OtpRejected("P", 1, OtpRejected.Reason.WRONG_OTP, 1, 0, StateChange.NONE),
                        new ChallengeAnsweredWrongly("tx", "P"));
        stage.when(answer("tx", answering("P", "000000")));
        assertThat(stage.when(answer("tx", answering("P", RIGHT))).message())
                .isEqualTo("Challenge matches, but token is not fit for challenge. Failcounter exceeded");
        assertThat(stage.facts()).contains(new OtpConsumed("P", 1, "Failcounter exceeded", StateChange.counter(1L)));
    }

    @Test
    void theAnswerComesInTimeOrNotAtAll() {
        stage.given(awaited(SEED), asked("tx", SEED));
        stage.clock().pass(Duration.ofSeconds(121));

        assertThat(stage.when(answer("tx", answering("P", RIGHT))).message()).isEqualTo("wrong otp pin");
    }

    @Test
    void noOtherQuestionFinishesTheTokenAndThisOneIsOfNoOtherToken() {
        ChallengesBegun ordinary =
                new ChallengesBegun("plain", List.of(new BegunChallenge("P", 1, "", "", null, "", 120)));
        ChallengesBegun ofFinished = new ChallengesBegun(
                "odd", List.of(new BegunChallenge("A", 1, "", "", sealed("key-of-A", RFC_SEED), "enrollment", 120)));
        stage.given(awaited(SEED), hotp("A"), ordinary, ofFinished);

        assertThat(stage.when(answer("plain", answering("P", RIGHT))).message()).isEqualTo("wrong otp pin");
        assertThat(stage.when(answer("odd", answering("A", RIGHT))).message()).isEqualTo("wrong otp pin");
    }

    @Test
    void whoAnswersSomethingElseStillOwesTheToken() {
        ChallengesBegun ordinary =
                new ChallengesBegun("plain", List.of(new BegunChallenge("A", 1, "", "", null, "", 120)));
        stage.given(hotp("A"), ordinary);

        Decision decision = stage.when(LogInKit.checking(
                ALICE, List.of(answering("A", RIGHT)), false, false, "plain", owing(TOTP), null, TOTP));

        assertThat(decision.outcome()).isEqualTo(Outcome.ENROLLING);
        assertThat(enrolled().pin()).isEqualTo(PIN_HASH);
    }

    @Test
    void whoHasChosenANewPinStillOwesTheTokenAndHasThatPin() {
        ChallengesBegun begun = new ChallengesBegun(
                "tx", List.of(new BegunChallenge("A", 1, "generic_pin_reset", "", sealed("key-of-A", "new"), "", 60)));
        stage.given(hotp("A"), begun);

        Decision decision = stage.when(LogInKit.checking(
                ALICE,
                List.of(),
                false,
                false,
                "tx",
                owing(TOTP),
                new NewPin("A", Secret.of("5678"), new Pin.Hashed("new"), NewPin.Step.CONFIRMED),
                TOTP));

        assertThat(decision.outcome()).isEqualTo(Outcome.ENROLLING);
        assertThat(enrolled().pin()).isEqualTo(new Pin.Hashed("new"));
    }

    @Test
    void ofSeveralTokensThatFitThePinIsTheSame() {
        stage.given(hotp("A"), hotp("B"));
        List<Trial> trials = List.of(
                new Trial("A", Secret.of(RIGHT), true, PIN_HASH, true),
                new Trial("B", Secret.of(RIGHT), true, PIN_HASH, true));

        Decision decision = stage.when(LogInKit.checking(ALICE, trials, false, false, null, owing(TOTP), null, TOTP));

        assertThat(decision.used().serial()).isNull();
        assertThat(enrolled().pin()).isEqualTo(PIN_HASH);
    }

    @Test
    void theMarkIsThatOfTheTable() {
        assertThat(AwaitedToken.mark()).containsOnlyKeys("enroll_via_multichallenge");
    }
}
