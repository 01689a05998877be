package org.symbolon.command.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.BOB;
import static org.symbolon.command.support.EnrolledToken.SERIAL;
import static org.symbolon.command.support.EnrolledToken.hotp;
import static org.symbolon.command.support.EnrolledToken.pw;
import static org.symbolon.command.support.EnrolledToken.totp;
import static org.symbolon.command.support.FakeVault.sealed;
import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tokenLocked;
import static org.symbolon.command.support.RefusalMatcher.tokenNotFound;
import static org.symbolon.command.support.RefusalMatcher.tooLong;
import static org.symbolon.command.support.TokenFixture.NOW;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.support.DeviceValue;
import org.symbolon.command.support.TokenFixture;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.token.CountWindowChanged;
import org.symbolon.events.token.FailCounterReset;
import org.symbolon.events.token.FailLimitChanged;
import org.symbolon.events.token.FailLimitReached;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.OtpRejected.Reason;
import org.symbolon.events.token.PinChanged;
import org.symbolon.events.token.ResynchronisationRefused;
import org.symbolon.events.token.SecurityOfficerPinChanged;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.SyncWindowChanged;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDescribed;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnabled;
import org.symbolon.events.token.TokenInfoRemoved;
import org.symbolon.events.token.TokenInfoSet;
import org.symbolon.events.token.TokenRealmsChanged;
import org.symbolon.events.token.TokenResynchronised;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TokenUnassigned;
import org.symbolon.events.token.TypeStateAdjusted;
import org.symbolon.events.token.UserPinChanged;

class TokenCommandsTest {

    private static final String KEY = "key-of-" + SERIAL;
    private static final List<String> ONE = List.of(SERIAL);

    private final TokenFixture token = new TokenFixture();

    @Test
    void aDisabledTokenIsEnabled() {
        token.given(hotp().fact(), new TokenDisabled(SERIAL, 1))
                .when(new EnableTokens(ONE))
                .expectEvents(new TokenEnabled(SERIAL, 1))
                .expectResultMessagePayload(1)
                .expectState(found -> assertThat(found.active()).isTrue());
    }

    @Test
    void enablingAnActiveTokenChangesNothing() {
        token.given(hotp().fact()).when(new EnableTokens(ONE)).expectNoEvents().expectResultMessagePayload(0);
    }

    @Test
    void anActiveTokenIsDisabled() {
        token.given(hotp().fact())
                .when(new DisableTokens(ONE))
                .expectEvents(new TokenDisabled(SERIAL, 1))
                .expectResultMessagePayload(1)
                .expectState(found -> assertThat(found.active()).isFalse());
    }

    @Test
    void disablingADisabledTokenChangesNothing() {
        token.given(hotp().fact(), new TokenDisabled(SERIAL, 1))
                .when(new DisableTokens(ONE))
                .expectNoEvents()
                .expectResultMessagePayload(0);
    }

    @Test
    void aSerialThatIsGivenTwiceCountsOnce() {
        token.given(hotp().fact())
                .when(new DisableTokens(List.of(SERIAL, SERIAL)))
                .expectEvents(new TokenDisabled(SERIAL, 1))
                .expectResultMessagePayload(1);
    }

    @Test
    void revokingLocksAndDisables() {
        token.given(hotp().fact())
                .when(new RevokeTokens(ONE))
                .expectEvents(new TokenRevoked(SERIAL, 1))
                .expectResultMessagePayload(1)
                .expectState(found -> {
                    assertThat(found.revoked()).isTrue();
                    assertThat(found.locked()).isTrue();
                    assertThat(found.active()).isFalse();
                });
    }

    @Test
    void theFailCounterIsResetAndTheMomentOfItsLimitForgotten() {
        token.given(hotp().failLimit(1).fact(), rejected(1), new FailLimitReached(SERIAL, 1))
                .when(new ResetFailCounters(ONE))
                .expectEvents(new FailCounterReset(SERIAL, 1))
                .expectResultMessagePayload(1)
                .expectState(found -> {
                    assertThat(found.failCount()).isZero();
                    assertThat(found.info()).doesNotContainKey("failcounter_exceeded");
                });
    }

    @Test
    void unassigningTakesOwnerAndPinAndFailuresButNotTheRealms() {
        token.given(hotp().owner(ALICE).fact(), rejected(3))
                .when(new UnassignTokens(ONE))
                .expectEvents(new TokenUnassigned(SERIAL, 1))
                .expectResultMessagePayload(1)
                .expectState(found -> {
                    assertThat(found.owner()).isNull();
                    assertThat(found.pin()).isEqualTo(Pin.NONE);
                    assertThat(found.failCount()).isZero();
                    assertThat(found.realms()).containsExactly("realm1");
                });
    }

    @Test
    void aTokenWithoutOwnerIsUnassignedAllTheSame() {
        token.given(hotp().fact()).when(new UnassignTokens(ONE)).expectResultMessagePayload(1);
    }

    @Test
    void deletingErasesTheSecrets() {
        token.given(hotp().owner(ALICE).fact())
                .when(new DeleteToken(SERIAL))
                .expectEvents(new TokenDeleted(SERIAL, 1))
                .expectResultMessagePayload(1)
                .expectState(found -> {
                    assertThat(found.deleted()).isTrue();
                    assertThat(found.seed()).isNull();
                    assertThat(found.owner()).isNull();
                    assertThat(found.pin()).isEqualTo(Pin.NONE);
                    assertThat(found.info()).isEmpty();
                });
        assertThat(token.vault().forgotten()).containsExactly(KEY);
    }

    @Test
    void aRevokedTokenCanBeDeleted() {
        token.given(hotp().fact(), new TokenRevoked(SERIAL, 1))
                .when(new DeleteToken(SERIAL))
                .expectEvents(new TokenDeleted(SERIAL, 1));
    }

    @Test
    void assigningPutsTheTokenIntoTheOwnersRealmAlone() {
        token.given(hotp().fact(), new TokenRealmsChanged(SERIAL, 1, List.of("a", "b")), rejected(3))
                .when(new AssignToken(SERIAL, ALICE, null))
                .expectEvents(new TokenAssigned(SERIAL, 1, ALICE))
                .expectResultMessagePayload(true)
                .expectState(found -> {
                    assertThat(found.owner()).isEqualTo(ALICE);
                    assertThat(found.realms()).containsExactly("realm1");
                    assertThat(found.failCount()).isZero();
                });
    }

    @Test
    void assigningCanSetThePin() {
        token.given(hotp().fact())
                .when(new AssignToken(SERIAL, ALICE, PinToKeep.hashed(new Pin.Hashed("hash of new"))))
                .expectEvents(
                        new TokenAssigned(SERIAL, 1, ALICE), new PinChanged(SERIAL, 1, new Pin.Hashed("hash of new")));
    }

    @Test
    void aTokenIsAssignedToItsOwnerAgain() {
        token.given(hotp().owner(ALICE).fact())
                .when(new AssignToken(SERIAL, ALICE, null))
                .expectEvents(new TokenAssigned(SERIAL, 1, ALICE));
    }

    @Test
    void aTokenOfSomebodyElseIsNotTakenAway() {
        token.given(hotp().owner(ALICE).fact())
                .when(new AssignToken(SERIAL, BOB, null))
                .expectNoEvents()
                .expectException(refusal(1103, "Token already assigned to another user."));
    }

    @Test
    void eachPinThatIsGivenIsChangedAndCounted() {
        token.given(hotp().fact())
                .when(new ChangePins(
                        SERIAL, PinToKeep.hashed(new Pin.Hashed("hash of new")), Secret.of("1111"), Secret.of("2222")))
                .expectEvents(
                        new PinChanged(SERIAL, 1, new Pin.Hashed("hash of new")),
                        new UserPinChanged(SERIAL, 1, sealed(KEY, "1111")),
                        new SecurityOfficerPinChanged(SERIAL, 1, sealed(KEY, "2222")))
                .expectResultMessagePayload(3)
                .expectState(found -> assertThat(found.pin()).isEqualTo(new Pin.Hashed("hash of new")));
    }

    @Test
    void aPinThatIsToBeReadableIsSealedUnderTheKeyOfItsToken() {
        Pin stored = new Pin.Kept(sealed(KEY, "4321"));
        PinToKeep pin = PinToKeep.readable(Secret.of("4321"));

        token.given(hotp().fact())
                .when(new ChangePins(SERIAL, pin, null, null))
                .expectEvents(new PinChanged(SERIAL, 1, stored))
                .expectResultMessagePayload(1);
        token.given(hotp().fact())
                .when(new AssignToken(SERIAL, ALICE, pin))
                .expectEvents(new TokenAssigned(SERIAL, 1, ALICE), new PinChanged(SERIAL, 1, stored));
        token.given(hotp().fact())
                .when(new ChangePins(SERIAL, PinToKeep.readable(Secret.EMPTY), null, null))
                .expectEvents(new PinChanged(SERIAL, 1, Pin.NONE));
    }

    @Test
    void noPinChangesNothing() {
        token.given(hotp().fact())
                .when(new ChangePins(SERIAL, null, null, null))
                .expectNoEvents()
                .expectResultMessagePayload(0);
    }

    @Test
    void aTokenIsDescribed() {
        token.given(hotp().fact())
                .when(new DescribeToken(SERIAL, "é".repeat(80)))
                .expectEvents(new TokenDescribed(SERIAL, 1, "é".repeat(80)))
                .expectResultMessagePayload(1);
    }

    @Test
    void aDescriptionLongerThanItsColumnIsRefused() {
        token.given(hotp().fact())
                .when(new DescribeToken(SERIAL, "x".repeat(81)))
                .expectNoEvents()
                .expectException(tooLong("description", 80));
    }

    @Test
    void allSettingsAreConfiguredAtOnce() {
        token.given(hotp().fact())
                .when(new ConfigureToken(SERIAL, "mine", 20, 2000, 5, Map.of("colour", "red"), null))
                .expectEvents(
                        new TokenDescribed(SERIAL, 1, "mine"),
                        new CountWindowChanged(SERIAL, 1, 20),
                        new SyncWindowChanged(SERIAL, 1, 2000),
                        new FailLimitChanged(SERIAL, 1, 5),
                        new TokenInfoSet(SERIAL, 1, Map.of("colour", "red")))
                .expectResultMessagePayload(5)
                .expectState(found -> {
                    assertThat(found.countWindow()).isEqualTo(20);
                    assertThat(found.syncWindow()).isEqualTo(2000);
                    assertThat(found.failLimit()).isEqualTo(5);
                });
    }

    @Test
    void whatIsNotGivenIsNotConfigured() {
        token.given(hotp().fact())
                .when(new ConfigureToken(SERIAL, null, null, null, null, Map.of(), null))
                .expectNoEvents()
                .expectResultMessagePayload(0);
    }

    @Test
    void whetherATokenLearnsItsTimeShiftIsNoCountedChange() {
        token.given(hotp().fact())
                .when(new ConfigureToken(SERIAL, null, null, null, null, Map.of("colour", "red"), "False"))
                .expectEvents(new TokenInfoSet(SERIAL, 1, Map.of("colour", "red", "useTimeShift", "False")))
                .expectResultMessagePayload(1);
    }

    @Test
    void whatATypeKeepsIsSetByTheType() {
        token.given(totp().fact())
                .when(new SetTokenInfo(SERIAL, Map.of("timeStep", "60", "colour", "red")))
                .expectEvents(
                        new TokenInfoSet(SERIAL, 1, Map.of("colour", "red")),
                        new TypeStateAdjusted(SERIAL, 1, StateChange.of(Map.of("timeStep", 60))))
                .expectState(
                        found -> assertThat(found.state().number("timeStep")).contains(60L));
        token.given(totp().fact())
                .when(new ConfigureToken(SERIAL, null, null, null, null, Map.of(), "False"))
                .expectEvents(new TypeStateAdjusted(SERIAL, 1, StateChange.of(Map.of("useTimeShift", "False"))))
                .expectResultMessagePayload(0);
    }

    @Test
    void theSystemDecidesAboutTheTimeShiftWhereTheTokenSaysNothing() {
        token.given(hotp().fact(), new TokenInfoSet(SERIAL, 1, Map.of("useTimeShift", "False")))
                .when(new ConfigureToken(SERIAL, null, null, null, null, Map.of(), "default"))
                .expectEvents(new TokenInfoRemoved(SERIAL, 1, List.of("useTimeShift")))
                .expectResultMessagePayload(0);
    }

    @Test
    void aLongDescriptionKeepsEverythingElseFromBeingConfigured() {
        token.given(hotp().fact())
                .when(new ConfigureToken(SERIAL, "x".repeat(81), 20, null, null, Map.of(), null))
                .expectNoEvents()
                .expectException(tooLong("description", 80));
    }

    @Test
    void anEntryWithoutValueIsRemovedAndCountsAsAChange() {
        Map<String, String> entries = new HashMap<>();
        entries.put("hashlib", null);
        token.given(hotp().fact())
                .when(new ConfigureToken(SERIAL, null, null, null, null, entries, null))
                .expectEvents(new TypeStateAdjusted(SERIAL, 1, StateChange.NONE.without("hashlib")))
                .expectResultMessagePayload(1)
                .expectState(found -> assertThat(found.state().entries()).isEmpty());
    }

    @Test
    void removingAnEntryThatIsNotThereIsNoFact() {
        Map<String, String> entries = new HashMap<>();
        entries.put("colour", null);
        token.given(hotp().fact())
                .when(new SetTokenInfo(SERIAL, entries))
                .expectNoEvents()
                .expectResultMessagePayload(true);
    }

    @Test
    void entriesAreWrittenAndRemovedTogether() {
        Map<String, String> entries = new HashMap<>();
        entries.put("hashlib", null);
        entries.put("colour", "red");
        token.given(hotp().fact())
                .when(new SetTokenInfo(SERIAL, entries))
                .expectEvents(
                        new TokenInfoSet(SERIAL, 1, Map.of("colour", "red")),
                        new TypeStateAdjusted(SERIAL, 1, StateChange.NONE.without("hashlib")))
                .expectState(found -> assertThat(found.info()).containsExactly(Map.entry("colour", "red")));
    }

    @Test
    void anInfoKeyLongerThanItsColumnIsRefused() {
        token.given(hotp().fact())
                .when(new SetTokenInfo(SERIAL, Map.of("k".repeat(256), "v")))
                .expectNoEvents()
                .expectException(tooLong("key", 255));
    }

    @Test
    void realmsAreReplaced() {
        token.given(hotp().owner(ALICE).fact())
                .when(new ChangeTokenRealms(SERIAL, List.of("a", "b")))
                .expectEvents(new TokenRealmsChanged(SERIAL, 1, List.of("a", "b")))
                .expectResultMessagePayload(true)
                .expectState(found -> assertThat(found.realms()).containsExactly("a", "b"));
    }

    @Test
    void twoConsecutiveValuesResynchroniseAnEventBasedToken() {
        token.given(hotp().windows(2, 20).fact(), rejected(3))
                .when(resynchronise("399871", "520489"))
                .expectEvents(new TokenResynchronised(SERIAL, 1, StateChange.counter(10L)))
                .expectResultMessagePayload(Optional.of(true))
                .expectState(found -> {
                    assertThat(found.state().count()).isEqualTo(10);
                    assertThat(found.failCount()).isEqualTo(3);
                });
    }

    @Test
    void valuesThatAreNotConsecutiveDoNotResynchronise() {
        token.given(hotp().fact())
                .when(resynchronise("162583", "520489"))
                .expectEvents(new ResynchronisationRefused(SERIAL, 1))
                .expectResultMessagePayload(Optional.of(false));
    }

    @Test
    void resynchronisationClearsTheFailCounterWhereTheSettingsSayTrueToTheLetter() {
        token.setting("DefaultResetFailCount", "True")
                .given(hotp().fact(), rejected(3))
                .when(resynchronise("755224", "287082"))
                .expectEvents(
                        new TokenResynchronised(SERIAL, 1, StateChange.counter(2L)), new FailCounterReset(SERIAL, 1));
    }

    @Test
    void anotherWordForTrueClearsNothing() {
        token.setting("DefaultResetFailCount", "true")
                .given(hotp().fact())
                .when(resynchronise("755224", "287082"))
                .expectEvents(new TokenResynchronised(SERIAL, 1, StateChange.counter(2L)));
    }

    @Test
    void twoConsecutiveValuesTeachATimeBasedTokenItsDrift() {
        long step = NOW.getEpochSecond() / 30;
        token.given(totp().fact())
                .when(resynchronise(DeviceValue.at(step + 99), DeviceValue.at(step + 100)))
                .expectEvents(
                        new TokenResynchronised(SERIAL, 1, StateChange.of(step + 101, Map.of("timeShift", "3000.463"))))
                .expectResultMessagePayload(Optional.of(true));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aRevokedTokenIsNotChanged(Object command) {
        token.given(hotp().fact(), new TokenRevoked(SERIAL, 1))
                .when(command)
                .expectNoEvents()
                .expectException(tokenLocked());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aDeletedTokenIsNotFound(Object command) {
        token.given(hotp().fact(), new TokenDeleted(SERIAL, 1))
                .when(command)
                .expectNoEvents()
                .expectException(tokenNotFound());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aTokenThatNeverWasIsNotFound(Object command) {
        token.givenNothing().when(command).expectNoEvents().expectException(tokenNotFound());
    }

    private static Stream<Object> commands() {
        return Stream.concat(changes(), Stream.of(new DeleteToken(SERIAL)));
    }

    private static Stream<Object> changes() {
        return Stream.of(
                new EnableTokens(ONE),
                new DisableTokens(ONE),
                new RevokeTokens(ONE),
                new ResetFailCounters(ONE),
                new UnassignTokens(ONE),
                new AssignToken(SERIAL, ALICE, null),
                new ChangePins(SERIAL, PinToKeep.hashed(new Pin.Hashed("hash")), null, null),
                new ChangePins(SERIAL, null, Secret.of("1"), null),
                new ChangePins(SERIAL, null, null, Secret.of("1")),
                new DescribeToken(SERIAL, "mine"),
                new ConfigureToken(SERIAL, "mine", null, null, null, Map.of(), null),
                new ConfigureToken(SERIAL, null, 1, null, null, Map.of(), null),
                new ConfigureToken(SERIAL, null, null, 1, null, Map.of(), null),
                new ConfigureToken(SERIAL, null, null, null, 1, Map.of(), null),
                new ConfigureToken(SERIAL, null, null, null, null, Map.of("colour", "red"), null),
                new ChangeTokenRealms(SERIAL, List.of()),
                new SetTokenInfo(SERIAL, Map.of("colour", "red")),
                resynchronise("755224", "287082"));
    }

    @Test
    void aPasswordIsNoSeriesOfValuesToResynchronise() {
        token.given(pw("secret").fact())
                .when(resynchronise("secret", "secret"))
                .expectState(found -> assertThat(found.state().count()).isZero());
    }

    private static ResynchronizeToken resynchronise(String first, String second) {
        return new ResynchronizeToken(SERIAL, Secret.of(first), Secret.of(second));
    }

    private static OtpRejected rejected(int failCount) {
        return new OtpRejected(SERIAL, 1, Reason.WRONG_OTP, failCount, failCount, StateChange.NONE);
    }
}
