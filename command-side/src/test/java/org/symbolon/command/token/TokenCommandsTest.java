package org.symbolon.command.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.BOB;
import static org.symbolon.command.support.EnrolledToken.SERIAL;
import static org.symbolon.command.support.EnrolledToken.hotp;
import static org.symbolon.command.support.FakeVault.sealed;
import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tokenLocked;
import static org.symbolon.command.support.RefusalMatcher.tokenNotFound;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.FailCounterReset;
import org.symbolon.events.token.FailLimitReached;
import org.symbolon.events.token.PinChanged;
import org.symbolon.events.token.SecurityOfficerPinChanged;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnabled;
import org.symbolon.events.token.TokenRealmsChanged;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TokenUnassigned;
import org.symbolon.events.token.UserPinChanged;

class TokenCommandsTest extends CommandedToken {

    private static final String KEY = "key-of-" + SERIAL;
    private static final List<String> ONE = List.of(SERIAL);

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
                .expectResultMessagePayload(new RevokedTokens(1, List.of()))
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

    @ParameterizedTest
    @CsvSource({"realm1, true", "'', true", "realm2, false"})
    void whoTakesATokenFindsNoneOfTheStockOfOtherRealms(String realm, boolean there) {
        List<String> realms = realm.isEmpty() ? List.of() : List.of(realm);
        ResultValidator<Token> taken = token.given(hotp().fact(), new TokenRealmsChanged(SERIAL, 1, realms))
                .when(new AssignToken(SERIAL, ALICE, null, true));

        if (there) {
            taken.expectEvents(new TokenAssigned(SERIAL, 1, ALICE));
        } else {
            taken.expectNoEvents().expectException(tokenNotFound());
        }
    }

    @ParameterizedTest
    @MethodSource("endings")
    void whatWasRememberedOfLogInsEndsWithWhatATokenWas(Object command) {
        token.given(hotp().owner(ALICE).fact()).when(command);

        assertThat(token.endedLogins()).contains(ALICE);
    }

    private static Stream<Object> endings() {
        return Stream.of(
                new DisableTokens(ONE),
                new RevokeTokens(ONE),
                new UnassignTokens(ONE),
                new DeleteToken(SERIAL),
                new ChangePins(SERIAL, PinToKeep.hashed(new Pin.Hashed("hash")), null, null),
                new AssignToken(SERIAL, ALICE, PinToKeep.hashed(new Pin.Hashed("hash"))),
                new EnrollToken(Map.of("serial", SERIAL, "genkey", "1"), Map.of(), null, ALICE, Holder.NOBODY, null));
    }

    @ParameterizedTest
    @MethodSource("goingsOn")
    void whatATokenWasGoesOnWhereOnlyItsLooksChange(Object command) {
        token.given(hotp().owner(ALICE).fact()).when(command);

        assertThat(token.endedLogins()).isEmpty();
    }

    private static Stream<Object> goingsOn() {
        return Stream.of(
                new EnableTokens(ONE),
                new ResetFailCounters(ONE),
                new DescribeToken(SERIAL, "mine"),
                new ChangePins(SERIAL, null, Secret.of("1"), null),
                new SetTokenInfo(SERIAL, Map.of("colour", "red")));
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
}
