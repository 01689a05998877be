package org.symbolon.command.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.PIN_HASH;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.challenge.ChallengeTransaction;
import org.symbolon.command.challenge.Challenges;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.EnrolledToken;
import org.symbolon.command.support.FakeCensus;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.support.Stage;
import org.symbolon.command.support.TokenFixture;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.Tokens;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.OtpConsumed;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.OtpRejected.Reason;
import org.symbolon.events.token.PinChanged;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEvent;
import org.symbolon.events.token.TokenRevoked;

class SeveralTokensTest {

    private static final String FIRST_OTP = "755224";
    private static final String WRONG_OTP = "000000";

    private final FakeSettings settings = new FakeSettings();
    private final Stage stage = new Stage();

    SeveralTokensTest() {
        stage.handler(new LogInKit(
                        new Tokens(stage.repository(Token.class), owner -> {}),
                        new FakeVault(),
                        settings,
                        new FakeCensus(),
                        new Challenges(stage.repository(ChallengeTransaction.class)),
                        Chance.counting(),
                        Clock.fixed(TokenFixture.NOW, ZoneOffset.UTC))
                .logIns());
    }

    @Test
    void aValidTokenWinsAndTheOthersAreNotPunished() {
        stage.given(hotp("A"), hotp("B"), hotp("C"));

        Object decision = stage.when(check(wrongPin("A"), rightPin("B", WRONG_OTP), rightPin("C", FIRST_OTP)));

        assertThat(decision).isEqualTo(new Decision(true, "matching 1 tokens", "C", "hotp", 6));
        assertThat(stage.facts()).containsExactly(new OtpAccepted("C", 1, 1, 1, StateChange.counter(1L)));
    }

    @Test
    void severalValidTokensAreAllSpentAndNoneIsNamed() {
        stage.given(hotp("A"), hotp("B"));

        Object decision = stage.when(check(rightPin("B", FIRST_OTP), rightPin("A", FIRST_OTP)));

        assertThat(decision).isEqualTo(new Decision(true, "matching 2 tokens", null, "hotp", null));
        assertThat(stage.facts())
                .containsExactly(
                        new OtpAccepted("A", 1, 1, 1, StateChange.counter(1L)),
                        new OtpAccepted("B", 1, 1, 1, StateChange.counter(1L)));
    }

    @Test
    void validTokensOfDifferentTypesHaveNoCommonType() {
        stage.given(hotp("A"), EnrolledToken.spass().serial("B").owner(ALICE).fact());

        Object decision = stage.when(check(rightPin("A", FIRST_OTP), rightPin("B", "")));

        assertThat(decision).isEqualTo(new Decision(true, "matching 2 tokens", null, "undetermined", null));
    }

    @Test
    void oneFitTokenIsEnough() {
        stage.given(hotp("A"), hotp("B"), new TokenDisabled("A", 1));

        Object decision = stage.when(check(rightPin("A", FIRST_OTP), rightPin("B", FIRST_OTP)));

        assertThat(decision).isEqualTo(new Decision(true, "matching 2 tokens, Token is disabled", null, "hotp", null));
        assertThat(stage.facts())
                .containsExactly(
                        new OtpConsumed("A", 1, "Token is disabled", StateChange.counter(1L)),
                        new OtpAccepted("B", 1, 1, 1, StateChange.counter(1L)));
    }

    @Test
    void everyUnfitTokenSaysWhy() {
        stage.given(
                hotp("A"),
                EnrolledToken.hotp()
                        .serial("B")
                        .owner(ALICE)
                        .rolloutState("verify")
                        .fact(),
                new TokenDisabled("A", 1));

        Object decision = stage.when(check(rightPin("A", FIRST_OTP), rightPin("B", FIRST_OTP)));

        assertThat(decision)
                .isEqualTo(new Decision(
                        false, "matching 2 tokens, Token is disabled, Token is not yet enrolled", null, "hotp", null));
    }

    @Test
    void eachTokenWhosePinMatchedCountsAsManyAttemptsAsThereAre() {
        stage.given(hotp("A"), hotp("B"), hotp("C"));

        Object decision = stage.when(check(rightPin("A", WRONG_OTP), rightPin("B", WRONG_OTP), wrongPin("C")));

        assertThat(decision).isEqualTo(Decision.without("wrong otp value"));
        assertThat(stage.facts())
                .containsExactly(
                        new OtpRejected("A", 1, Reason.WRONG_OTP, 1, 2, StateChange.NONE),
                        new OtpRejected("B", 1, Reason.WRONG_OTP, 1, 2, StateChange.NONE));
    }

    @Test
    void aReplayIsNotNamedWhenSeveralPinsMatched() {
        stage.given(hotp("A"), hotp("B"), new OtpAccepted("A", 1, 1, 1, StateChange.counter(1L)));

        Object decision = stage.when(check(rightPin("A", FIRST_OTP), rightPin("B", WRONG_OTP)));

        assertThat(decision).isEqualTo(Decision.without("wrong otp value"));
        assertThat(stage.facts()).contains(new OtpRejected("A", 1, Reason.REPLAYED_OTP, 1, 3, StateChange.NONE));
    }

    @Test
    void whereNothingMatchesEveryTokenIsPunished() {
        stage.given(hotp("A"), hotp("B"));

        Object decision = stage.when(check(wrongPin("A"), wrongPin("B")));

        assertThat(decision).isEqualTo(Decision.without("wrong otp pin"));
        assertThat(stage.facts())
                .containsExactly(
                        new OtpRejected("A", 1, Reason.WRONG_PIN, 1, 1, StateChange.NONE),
                        new OtpRejected("B", 1, Reason.WRONG_PIN, 1, 1, StateChange.NONE));
    }

    @Test
    void aRevokedTokenIsPassedOver() {
        stage.given(hotp("A"), hotp("B"), new TokenRevoked("A", 1));

        Object decision = stage.when(check(rightPin("A", FIRST_OTP), rightPin("B", FIRST_OTP)));

        assertThat(decision).isEqualTo(new Decision(true, "matching 1 tokens", "B", "hotp", 6));
        assertThat(serials()).containsExactly("B");
    }

    @Test
    void aUserWithRevokedTokensAloneIsLockedOut() {
        stage.given(hotp("A"), hotp("B"), new TokenRevoked("A", 1), new TokenRevoked("B", 1));

        assertThatThrownBy(() -> stage.when(check(rightPin("A", FIRST_OTP), rightPin("B", FIRST_OTP))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(1007));
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void staleEvidenceAboutOneTokenLeavesTheOthersUntouched() {
        stage.given(hotp("A"), hotp("B"), new PinChanged("B", 1, new Pin.Hashed("hash of 5678")));

        assertThatThrownBy(() -> stage.when(check(rightPin("A", FIRST_OTP), rightPin("B", FIRST_OTP))))
                .isInstanceOf(StaleEvidenceException.class);
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void aTokenThatWasDeletedMeanwhileDoesNotTurnTheUserAway() {
        stage.given(hotp("A"), hotp("B"), new TokenDeleted("A", 1));

        assertThatThrownBy(() -> stage.when(check(rightPin("A", FIRST_OTP), rightPin("B", FIRST_OTP))))
                .isInstanceOf(StaleEvidenceException.class);
    }

    @Test
    void factsComeInTheOrderOfTheSerialsOfEachTypesInitial() {
        stage.given(EnrolledToken.spass().serial("A").owner(ALICE).fact(), hotp("C"), hotp("B"));

        stage.when(check(wrongPin("A"), wrongPin("C"), wrongPin("B")));

        assertThat(serials()).containsExactly("B", "C", "A");
    }

    private List<String> serials() {
        return stage.facts().stream().map(fact -> ((TokenEvent) fact).serial()).toList();
    }

    private static Object hotp(String serial) {
        return EnrolledToken.hotp().serial(serial).owner(ALICE).fact();
    }

    private static LogIn check(Trial... trials) {
        return LogInKit.checking(ALICE, Stream.of(trials).toList(), false);
    }

    private static Trial rightPin(String serial, String otp) {
        return new Trial(serial, Secret.of(otp), true, PIN_HASH, true);
    }

    private static Trial wrongPin(String serial) {
        return new Trial(serial, Secret.of(FIRST_OTP), true, PIN_HASH, false);
    }
}
