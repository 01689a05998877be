package org.symbolon.command.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.auth.ChallengeStage.FIRST_ID;
import static org.symbolon.command.auth.ChallengeStage.answer;
import static org.symbolon.command.auth.ChallengeStage.answering;
import static org.symbolon.command.auth.ChallengeStage.hotp;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.BOB;
import static org.symbolon.command.support.EnrolledToken.PIN_HASH;
import static org.symbolon.command.support.FakeVault.sealed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.symbolon.command.auth.Asked.Question;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.auth.NewPin.Step;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.auth.port.PinResets.PinReset;
import org.symbolon.command.secret.KeyedDigest;
import org.symbolon.command.secret.PinMemory;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.secret.port.PinDigests;
import org.symbolon.command.support.FakeHasher;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.tokentype.ClientMode;
import org.symbolon.events.auth.Denial;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.NewPinTerms;
import org.symbolon.events.auth.PinRule;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.challenge.BegunChallenge;
import org.symbolon.events.challenge.ChallengeAnsweredWrongly;
import org.symbolon.events.challenge.ChallengesBegun;
import org.symbolon.events.challenge.ChallengesEnded;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.ChallengeRequested;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.PinChanged;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenInfoRemoved;
import org.symbolon.events.token.TokenInfoSet;

class NewPinTest {

    private static final String DUE = "2026-01-01T00:00+0000";
    private static final String NEW_HASH = "hash of 5678";
    private static final TokenInfoSet PIN_IS_DUE = new TokenInfoSet("A", 1, Map.of("next_pin_change", DUE));
    private static final LoginTerms CHANGING =
            LoginTerms.draft().newPins(NewPinTerms.ANY).terms();

    private final ChallengeStage stage = new ChallengeStage();

    private Decision logIn(LoginTerms terms) {
        Trial right = new Trial("A", Secret.of("755224"), true, PIN_HASH, true);
        return stage.when(LogInKit.checking(ALICE, List.of(right), false, false, null, terms));
    }

    private static Decision asking(String text) {
        ChangeDates due = new ChangeDates(DUE, true, null, false);
        Question question = new Question("A", "hotp", ClientMode.INTERACTIVE, text, Map.of(), null, due, true);
        return Decision.asking(new Asked(FIRST_ID, List.of(question), List.of(text)));
    }

    private static ChallengesBegun begun(String transaction, Sealed firstPin) {
        return new ChallengesBegun(
                transaction, List.of(new BegunChallenge("A", 1, "generic_pin_reset", "", firstPin, "", 60)));
    }

    private static LogIn typed(String transaction, TokenOwner owner, Step step, LoginTerms terms) {
        return LogInKit.checking(
                owner,
                List.of(),
                false,
                false,
                transaction,
                terms,
                new NewPin("A", Secret.of("5678"), new Pin.Hashed(NEW_HASH), step));
    }

    @Test
    void whosePinIsDueIsAskedForANewOneThoughAllWasRight() {
        stage.settings().with("PinResetChallengeValidityTime", "60");
        stage.given(hotp("A"), PIN_IS_DUE);

        assertThat(logIn(CHANGING)).isEqualTo(asking("Please enter a new PIN"));
        assertThat(stage.facts())
                .containsExactly(new OtpAccepted("A", 1, 1, 1, StateChange.counter(1L)), begun(FIRST_ID, null));
    }

    @Test
    void wherePoliciesDoNotWantItHeIsOnlyTold() {
        stage.given(hotp("A"), PIN_IS_DUE);

        Decision decision = logIn(LoginTerms.NONE);

        assertThat(decision.accepted()).isTrue();
        assertThat(decision.used())
                .isEqualTo(new Decision.UsedToken("A", "hotp", 6, new ChangeDates(DUE, true, null, false)));
    }

    @Test
    void aPinThatIsNotDueYetIsNotAskedFor() {
        stage.given(hotp("A"), new TokenInfoSet("A", 1, Map.of("next_pin_change", "2099-01-01T00:00+0000")));

        assertThat(logIn(CHANGING).accepted()).isTrue();
    }

    @Test
    void theNewPinIsToBeTypedOnceMore() {
        stage.settings().with("PinResetChallengeValidityTime", "60");
        stage.given(hotp("A"), PIN_IS_DUE, begun("tx", null));

        assertThat(stage.when(typed("tx", ALICE, Step.CHOSEN, CHANGING)))
                .isEqualTo(asking("Please enter the new PIN again"));
        assertThat(stage.facts())
                .containsExactly(
                        new ChallengesEnded("tx", List.of("A")),
                        new ChallengeRequested("A", 1, null, StateChange.NONE),
                        begun(FIRST_ID, sealed("key-of-A", NEW_HASH)));
    }

    @Test
    void theSamePinAgainIsSetAndLetsIn() {
        stage.given(hotp("A"), PIN_IS_DUE, begun("tx", sealed("key-of-A", NEW_HASH)));

        assertThat(stage.when(typed("tx", ALICE, Step.CONFIRMED, CHANGING)))
                .isEqualTo(new Decision(true, "PIN successfully set.", "A", null, null));
        assertThat(stage.facts())
                .containsExactly(
                        new ChallengesEnded("tx", List.of("A")),
                        new PinChanged("A", 1, new Pin.Hashed(NEW_HASH)),
                        new TokenInfoRemoved("A", 1, List.of("next_pin_change")));
        assertThat(stage.endedLogins()).containsExactly(ALICE);
    }

    @Test
    void aNewPinMayBeDueAgainSomeDay() {
        stage.given(hotp("A"), PIN_IS_DUE, begun("tx", sealed("key-of-A", NEW_HASH)));

        stage.when(typed(
                "tx",
                ALICE,
                Step.CONFIRMED,
                LoginTerms.draft()
                        .newPins(new NewPinTerms(PinRule.NONE, Map.of(), 30))
                        .terms()));

        assertThat(stage.facts())
                .anySatisfy(fact -> assertThat(fact).isInstanceOfSatisfying(TokenInfoSet.class, set -> assertThat(
                                set.info().get("next_pin_change"))
                        .matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d\\+0000")
                        .isGreaterThan(DUE)));
    }

    @Test
    void anotherPinIsNotSetAndMayBeTriedAgain() {
        stage.given(hotp("A"), PIN_IS_DUE, begun("tx", sealed("key-of-A", NEW_HASH)));

        assertThat(stage.when(typed("tx", ALICE, Step.MISTYPED, CHANGING)))
                .isEqualTo(new Decision(false, "PINs do not match", "A", null, null));
        assertThat(stage.facts()).containsExactly(new ChallengeAnsweredWrongly("tx", "A"));
        assertThat(stage.when(typed("tx", ALICE, Step.CONFIRMED, CHANGING)))
                .isEqualTo(new Decision(true, "PIN successfully set.", "A", null, null));
    }

    @Test
    void aPinIsSetOnceAndOnlyInTimeAndByItsOwner() {
        stage.given(hotp("A"), PIN_IS_DUE, begun("tx", sealed("key-of-A", NEW_HASH)));

        assertStale(typed("tx", BOB, Step.CONFIRMED, CHANGING));
        assertStale(typed("other", ALICE, Step.CONFIRMED, CHANGING));
        stage.when(typed("tx", ALICE, Step.CONFIRMED, CHANGING));
        assertStale(typed("tx", ALICE, Step.CONFIRMED, CHANGING));
        stage.given(begun("late", null));
        stage.clock().pass(Duration.ofSeconds(61));
        assertStale(typed("late", ALICE, Step.CHOSEN, CHANGING));
    }

    /** The row of a challenge proposes that it asks for a new PIN; its events decide. */
    @Test
    void aChallengeThatAsksForAValueIsNoneThatAsksForAPinWhateverItsRowSays() {
        stage.given(hotp("A"), PIN_IS_DUE, ChallengeStage.begun("A"));

        assertStale(typed(FIRST_ID, ALICE, Step.CHOSEN, CHANGING));
        assertStale(typed(FIRST_ID, ALICE, Step.CONFIRMED, CHANGING));
    }

    private void assertStale(LogIn command) {
        assertThatThrownBy(() -> stage.when(command)).isInstanceOf(StaleEvidenceException.class);
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void aTokenThatIsDisabledMeanwhileLetsNobodyIn() {
        stage.given(hotp("A"), PIN_IS_DUE, begun("tx", null), new TokenDisabled("A", 1), begun("again", null));

        for (LogIn command :
                List.of(typed("tx", ALICE, Step.CHOSEN, CHANGING), typed("again", ALICE, Step.CONFIRMED, CHANGING))) {
            assertThat(stage.when(command)).isEqualTo(new Decision(false, "Token is disabled", "A", null, null));
            assertThat(stage.facts()).contains(new ChallengeRequested("A", 1, "Token is disabled", StateChange.NONE));
        }
    }

    @Test
    void aValueIsNoAnswerToTheQuestionForANewPin() {
        stage.given(hotp("A"), begun("tx", null));

        assertThat(stage.when(answer("tx", answering("A", "755224")))).isEqualTo(Decision.without("wrong otp pin"));
    }

    @Test
    void whatIsToBecomeAPinIsHashedAndComparedBeforeAnyLock() {
        assertThat(newPin(null, LoginTerms.NONE))
                .contains(new NewPin("A", Secret.of("5678"), new Pin.Hashed(NEW_HASH), Step.CHOSEN));
        assertThat(newPin(sealed("key", NEW_HASH), LoginTerms.NONE))
                .contains(new NewPin("A", Secret.of("5678"), new Pin.Hashed(NEW_HASH), Step.CONFIRMED));
        assertThat(newPin(sealed("key", "hash of 8765"), LoginTerms.NONE))
                .contains(new NewPin("A", Secret.of("5678"), new Pin.Hashed("hash of 8765"), Step.MISTYPED));
    }

    private static Optional<NewPin> newPin(Sealed firstPin, LoginTerms terms) {
        return pins(firstPin).of(new LoginAttempt(Secret.of("5678"), "tx", terms), ALICE, null);
    }

    private static LoginTerms ruled(PinRule general, PinRule ofHotp) {
        return LoginTerms.draft()
                .newPins(new NewPinTerms(general, Map.of("hotp", ofHotp), null))
                .terms();
    }

    private static PinRule rule(Integer least, Integer most, String contents) {
        return new PinRule(
                Ruled.of(least, List.of("least")),
                Ruled.of(most, List.of("most")),
                Ruled.of(contents, List.of("contents")));
    }

    private Decision chosen(LoginTerms terms) {
        stage.given(begun("tx", null));
        return stage.when(typed("tx", ALICE, Step.CHOSEN, terms));
    }

    @Test
    void aPinThatMayNotBeChosenIsRefusedTheFirstTimeAndTheQuestionStaysOpen() {
        stage.given(hotp("A"), PIN_IS_DUE);

        Decision decision = chosen(ruled(rule(5, null, null), PinRule.NONE));

        assertThat(decision.denial()).isEqualTo(Denial.ofPolicy("The minimum OTP PIN length is 5"));
        assertThat(decision.policies()).containsExactly("least");
        assertThat(stage.facts()).isEmpty();
        assertThat(stage.when(typed("tx", ALICE, Step.CHOSEN, CHANGING)).outcome())
                .isEqualTo(Decision.Outcome.ASKING);
    }

    @Test
    void whatIsSaidOfTheTypeComesBeforeWhatIsSaidOfAll() {
        stage.given(hotp("A"), PIN_IS_DUE);

        Decision decision = chosen(ruled(
                rule(5, null, "n"), new PinRule(Ruled.nothing(), Ruled.of(3, List.of("of hotp")), Ruled.nothing())));

        assertThat(decision.denial().message()).isEqualTo("The minimum OTP PIN length is 5");
        decision = stage.when(typed(
                "tx",
                ALICE,
                Step.CHOSEN,
                ruled(
                        rule(4, 9, "n"),
                        new PinRule(Ruled.nothing(), Ruled.of(3, List.of("of hotp")), Ruled.nothing()))));
        assertThat(decision.denial().message()).isEqualTo("The maximum OTP PIN length is 3");
        assertThat(decision.policies()).containsExactly("least", "of hotp");
    }

    @Test
    void aPinIsMadeOfWhatPoliciesWantAndTheyMustBeSound() {
        stage.given(hotp("A"), PIN_IS_DUE);

        assertThat(chosen(ruled(rule(4, 4, "c"), PinRule.NONE)).denial().message())
                .startsWith("Missing character in PIN");
        assertThat(stage.when(typed("tx", ALICE, Step.CHOSEN, ruled(rule(4, 4, "?"), PinRule.NONE)))
                        .denial()
                        .message())
                .isEqualTo("Unknown character specifier in PIN policy.");
        PinRule faulty = new PinRule(Ruled.faulty("conflict", List.of("a", "b")), Ruled.nothing(), Ruled.nothing());
        Decision decision = stage.when(typed("tx", ALICE, Step.CHOSEN, ruled(faulty, PinRule.NONE)));
        assertThat(decision.denial().message()).isEqualTo("conflict");
        assertThat(decision.policies()).containsExactly("a", "b");
    }

    @Test
    void onlyTheOwnerAndTheTokenThatWasAskedAreMeant() {
        LoginAttempt attempt = new LoginAttempt(Secret.of("5678"), "tx", LoginTerms.NONE);

        assertThat(pins(null).of(attempt, ALICE, null)).isPresent();
        assertThat(pins(null).of(attempt, null, "A")).isPresent();
        assertThat(pins(null).of(attempt, BOB, null)).isEmpty();
        assertThat(pins(null).of(attempt, null, "B")).isEmpty();
        assertThat(pins(null).of(LoginAttempt.plain(Secret.of("5678")), ALICE, null))
                .isEmpty();
        assertThat(pins(null).of(new LoginAttempt(Secret.of("5678"), "other", LoginTerms.NONE), ALICE, null))
                .isEmpty();
    }

    private static PinEvidence pins(Sealed firstPin) {
        return new PinEvidence(
                id -> id.equals("tx") ? Optional.of(new PinReset("A", firstPin)) : Optional.empty(),
                new OneToken(),
                new PinVerifier(
                        new FakeHasher(),
                        new PinMemory(
                                new KeyedDigest(new byte[32]),
                                PinDigests.NONE,
                                10,
                                Duration.ofHours(1),
                                Duration.ofDays(29)),
                        new FakeVault()),
                new FakeVault());
    }

    private static final class OneToken implements CandidateTokens {

        @Override
        public List<Candidate> ofOwner(TokenOwner owner) {
            return List.of();
        }

        @Override
        public Optional<Candidate> withSerial(String serial) {
            return Optional.of(new Candidate(serial, "hotp", 6, PIN_HASH, ALICE));
        }
    }
}
