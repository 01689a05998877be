package org.symbolon.command.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.BOB;
import static org.symbolon.command.support.EnrolledToken.SERIAL;
import static org.symbolon.command.support.EnrolledToken.hotp;
import static org.symbolon.command.support.EnrolledToken.ofType;
import static org.symbolon.command.support.EnrolledToken.pw;
import static org.symbolon.command.support.EnrolledToken.spass;
import static org.symbolon.command.support.EnrolledToken.totp;
import static org.symbolon.command.support.RefusalMatcher.tokenLocked;
import static org.symbolon.command.support.TokenFixture.NOW;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.support.DeviceValue;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.OtpConsumed;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.OtpRejected.Reason;
import org.symbolon.events.token.PinChanged;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenInfoSet;
import org.symbolon.events.token.TokenRevoked;

class CredentialCheckTest extends CheckedCredentials {

    private static final String SECOND_OTP = "287082";

    @Test
    void aUserWithoutTokensIsTurnedAway() {
        token.givenNothing()
                .when(LogInKit.checking(ALICE, List.of(), false))
                .expectNoEvents()
                .expectResultMessagePayload(new Decision(false, "The user has no tokens assigned", null, null, null));
    }

    @Test
    void rightPinAndRightOtpAreAccepted() {
        token.given(hotp().fact())
                .when(rightPin(FIRST_OTP))
                .expectEvents(new OtpAccepted(SERIAL, 1, 1, 1, StateChange.counter(1L)))
                .expectResultMessagePayload(decision(true, "matching 1 tokens"));
    }

    @Test
    void anAcceptanceSetsTheFailCounterToZero() {
        token.given(hotp().fact(), wrongPin(3))
                .when(rightPin(FIRST_OTP))
                .expectState(found -> assertThat(found.failCount()).isZero());
    }

    @Test
    void anAcceptanceCountsOnFromFormerAttempts() {
        token.given(hotp().fact(), new OtpAccepted(SERIAL, 1, 7, 4, StateChange.counter(1L)))
                .when(rightPin(SECOND_OTP))
                .expectEvents(new OtpAccepted(SERIAL, 1, 8, 5, StateChange.counter(2L)));
    }

    @Test
    void aValueInsideTheWindowMovesTheCounterBehindIt() {
        token.given(hotp().fact())
                .when(rightPin("520489"))
                .expectEvents(new OtpAccepted(SERIAL, 1, 1, 1, StateChange.counter(10L)));
    }

    @Test
    void theSpentValueIsToldApartFromAWrongOne() {
        token.given(hotp().fact(), new OtpAccepted(SERIAL, 1, 1, 1, StateChange.counter(1L)))
                .when(rightPin(FIRST_OTP))
                .expectEvents(new OtpRejected(SERIAL, 1, Reason.REPLAYED_OTP, 1, 2, StateChange.NONE))
                .expectResultMessagePayload(decision(false, "wrong otp value. previous otp used again"));
    }

    @Test
    void rightPinAndWrongOtpRaiseTheFailCounter() {
        token.given(hotp().fact())
                .when(rightPin(WRONG_OTP))
                .expectEvents(new OtpRejected(SERIAL, 1, Reason.WRONG_OTP, 1, 1, StateChange.NONE))
                .expectResultMessagePayload(decision(false, "wrong otp value"));
    }

    @Test
    void aWrongPinRaisesTheFailCounterAndNamesNoToken() {
        token.given(hotp().fact())
                .when(wrongPinWith(FIRST_OTP))
                .expectEvents(new OtpRejected(SERIAL, 1, Reason.WRONG_PIN, 1, 1, StateChange.NONE))
                .expectResultMessagePayload(Decision.without("wrong otp pin"));
    }

    @Test
    void aWrongPinConsumesNoOtp() {
        token.given(hotp().fact(), wrongPin(1))
                .when(rightPin(FIRST_OTP))
                .expectEvents(new OtpAccepted(SERIAL, 1, 1, 1, StateChange.counter(1L)));
    }

    @Test
    void whatIsTooShortForAnOtpIsAWrongPin() {
        token.given(hotp().pin(Pin.NONE).fact())
                .when(check(new Trial(SERIAL, Secret.EMPTY, false, Pin.NONE, true)))
                .expectEvents(new OtpRejected(SERIAL, 1, Reason.WRONG_PIN, 1, 1, StateChange.NONE))
                .expectResultMessagePayload(Decision.without("wrong otp pin"));
    }

    @Test
    void aWrongPinCanBeFreeOfCharge() {
        token.setting("IncFailCountOnFalsePin", "False")
                .given(hotp().fact(), wrongPin(2))
                .when(wrongPinWith(FIRST_OTP))
                .expectEvents(new OtpRejected(SERIAL, 1, Reason.WRONG_PIN, 2, 0, StateChange.NONE));
    }

    @Test
    void aTypeThatIsNoLongerKnownMatchesNothing() {
        token.given(ofType("unheardof").fact())
                .when(rightPin(FIRST_OTP))
                .expectEvents(new OtpRejected(SERIAL, 1, Reason.WRONG_PIN, 1, 1, StateChange.NONE))
                .expectResultMessagePayload(Decision.without("wrong otp pin"));
    }

    @Test
    void evidenceAboutAnotherPinIsStale() {
        token.given(hotp().fact(), new PinChanged(SERIAL, 1, new Pin.Hashed("hash of 5678")))
                .when(rightPin(FIRST_OTP))
                .expectNoEvents()
                .expectException(StaleEvidenceException.class);
    }

    @Test
    void evidenceAboutATokenThatChangedHandsIsStale() {
        token.given(hotp().owner(ALICE).fact(), new TokenAssigned(SERIAL, 1, BOB))
                .when(LogInKit.checking(ALICE, List.of(rightTrial(FIRST_OTP)), false))
                .expectNoEvents()
                .expectException(StaleEvidenceException.class);
    }

    @Test
    void evidenceAboutATokenThatWasDeletedMeanwhileIsStale() {
        token.given(hotp().owner(ALICE).fact(), new TokenDeleted(SERIAL, 1))
                .when(LogInKit.checking(ALICE, List.of(rightTrial(FIRST_OTP)), false))
                .expectNoEvents()
                .expectException(StaleEvidenceException.class);
    }

    @Test
    void rememberedTokensAreEnoughForAnAcceptance() {
        token.given(hotp().owner(ALICE).fact())
                .when(LogInKit.checking(ALICE, List.of(rightTrial(FIRST_OTP)), false, true))
                .expectResultMessagePayload(decision(true, "matching 1 tokens"));
    }

    @Test
    void rememberedTokensAreNotEnoughForARefusal() {
        token.given(hotp().owner(ALICE).fact())
                .when(LogInKit.checking(ALICE, List.of(rightTrial("000000")), false, true))
                .expectNoEvents()
                .expectException(StaleEvidenceException.class);
    }

    @Test
    void rememberedTokensThatWereRevokedAreNotEnoughForARefusal() {
        token.given(hotp().owner(ALICE).fact(), new TokenRevoked(SERIAL, 1))
                .when(LogInKit.checking(ALICE, List.of(rightTrial(FIRST_OTP)), false, true))
                .expectNoEvents()
                .expectException(StaleEvidenceException.class);
    }

    @Test
    void theOwnerLogsInWithTheOwnToken() {
        token.given(hotp().owner(ALICE).fact())
                .when(LogInKit.checking(ALICE, List.of(rightTrial(FIRST_OTP)), false))
                .expectResultMessagePayload(decision(true, "matching 1 tokens"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "passwd", "realm"})
    void whoeverDiffersInOneThingIsNotTheOwner(String difference) {
        TokenOwner other = new TokenOwner(
                difference.equals("passwd") ? "other" : "passwd",
                difference.equals("alice") ? "1009" : "1001",
                difference.equals("realm") ? "other" : "realm1");
        token.given(hotp().owner(ALICE).fact())
                .when(LogInKit.checking(other, List.of(rightTrial(FIRST_OTP)), false))
                .expectException(StaleEvidenceException.class);
    }

    @Test
    void aTimeBasedTokenRemembersItsStepAndItsDrift() {
        token.given(totp().fact())
                .when(rightPin(DeviceValue.at(NOW, 0)))
                .expectEvents(new OtpAccepted(
                        SERIAL, 1, 1, 1, StateChange.of(NOW.getEpochSecond() / 30, Map.of("timeShift", "-14"))));
    }

    @Test
    void aTimeBasedValueIsGoodForOneLogIn() {
        long step = NOW.getEpochSecond() / 30;
        token.given(totp().fact(), new OtpAccepted(SERIAL, 1, 1, 1, StateChange.counter(step)))
                .when(rightPin(DeviceValue.at(NOW, 0)))
                .expectEvents(new OtpRejected(SERIAL, 1, Reason.REPLAYED_OTP, 1, 2, StateChange.NONE))
                .expectResultMessagePayload(
                        new Decision(false, "wrong otp value. previous otp used again", SERIAL, "totp", 6));
    }

    @Test
    void aSimplePassNeedsItsPinAlone() {
        token.given(spass().fact())
                .when(rightPin(""))
                .expectEvents(new OtpAccepted(SERIAL, 1, 1, 1, StateChange.NONE))
                .expectResultMessagePayload(new Decision(true, "matching 1 tokens", SERIAL, "spass", 6));
    }

    @Test
    void aPasswordMayBeUsedAgain() {
        token.given(pw("correct horse").fact(), new OtpAccepted(SERIAL, 1, 1, 1, StateChange.NONE))
                .when(rightPin("correct horse"))
                .expectEvents(new OtpAccepted(SERIAL, 1, 2, 2, StateChange.NONE))
                .expectResultMessagePayload(new Decision(true, "matching 1 tokens", SERIAL, "pw", 13));
    }

    @Test
    void theValueAloneIsSpentButNotCounted() {
        token.given(hotp().fact(), wrongPin(3))
                .when(valueAlone(FIRST_OTP))
                .expectEvents(new OtpConsumed(SERIAL, 1, null, StateChange.counter(1L)))
                .expectResultMessagePayload(decision(true, ""))
                .expectState(found -> {
                    assertThat(found.failCount()).isEqualTo(3);
                    assertThat(found.authCount()).isZero();
                });
    }

    @Test
    void aWrongValueAloneRaisesNoCounter() {
        token.given(hotp().failLimit(1).fact(), new TokenInfoSet(SERIAL, 1, Map.of("count_auth", "5")))
                .when(valueAlone(WRONG_OTP))
                .expectEvents(new OtpRejected(SERIAL, 1, Reason.WRONG_OTP, 0, 5, StateChange.NONE))
                .expectResultMessagePayload(Decision.without("OTP verification failed."));
    }

    @Test
    void theValueAloneOfARevokedTokenIsLocked() {
        token.given(hotp().fact(), new TokenRevoked(SERIAL, 1))
                .when(valueAlone(FIRST_OTP))
                .expectException(tokenLocked());
    }

    @Test
    void whatAnAttemptTeachesIsKeptEvenWhenItFails() {
        token.setting("AutoResync", "True")
                .given(hotp().windows(2, 20).fact())
                .when(rightPin("520489"))
                .expectEvents(new OtpRejected(
                        SERIAL,
                        1,
                        Reason.WRONG_OTP,
                        1,
                        1,
                        StateChange.of(Map.of("otp1c", 9, "dueDate", NOW.getEpochSecond() + 300))));
    }

    @Test
    void theSecondOfTwoDistantValuesIsAcceptedAndTheFirstForgotten() {
        Map<String, String> forgotten = new HashMap<>();
        forgotten.put("otp1c", null);
        forgotten.put("dueDate", null);
        Map<String, Long> pending = Map.of("otp1c", 8L, "dueDate", NOW.getEpochSecond() + 300);
        token.setting("AutoResync", "True")
                .given(
                        hotp().windows(2, 20).fact(),
                        new OtpRejected(SERIAL, 1, Reason.WRONG_OTP, 1, 1, StateChange.of(pending)))
                .when(rightPin("520489"))
                .expectEvents(new OtpAccepted(SERIAL, 1, 2, 1, StateChange.of(10L, forgotten)))
                .expectState(found -> assertThat(found.state().entries()).doesNotContainKeys("otp1c", "dueDate"));
    }
}
