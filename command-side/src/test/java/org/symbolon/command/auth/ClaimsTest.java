package org.symbolon.command.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.BOB;
import static org.symbolon.command.support.EnrolledToken.SERIAL;
import static org.symbolon.command.support.EnrolledToken.hotp;
import static org.symbolon.command.support.EnrolledToken.spass;
import static org.symbolon.command.support.EnrolledToken.totp;
import static org.symbolon.command.support.TokenFixture.NOW;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.command.challenge.ChallengeTransaction;
import org.symbolon.command.challenge.Challenges;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.DeviceValue;
import org.symbolon.command.support.FakeCensus;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.support.Stage;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.Tokens;
import org.symbolon.events.auth.ClaimTerms;
import org.symbolon.events.auth.Denial;
import org.symbolon.events.auth.LayerTerms;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.auth.TokenQuota;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.FailLimitChanged;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.OtpConsumed;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.OtpRejected.Reason;
import org.symbolon.events.token.PinChanged;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEvent;
import org.symbolon.events.token.TokenInfoSet;
import org.symbolon.events.token.TokenRealmsChanged;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TokenUnassigned;

class ClaimsTest {

    private static final Pin NEW_PIN = new Pin.Hashed("hash of the new PIN");
    private static final String TOO_MANY = "The number of tokens of type hotp for this user is limited!";
    private static final TokenRealmsChanged IN_REALM = new TokenRealmsChanged(SERIAL, 1, List.of("realm1"));
    private static final Decision NOTHING =
            new Decision(false, "The user has no tokens assigned", null, null, null).naming(List.of("claims"));

    private final AggregateTestFixture<Token> fixture = new AggregateTestFixture<>(Token.class);
    private final FakeCensus census = new FakeCensus();
    private final FakeSettings settings = new FakeSettings();

    ClaimsTest() {
        fixture.registerAnnotatedCommandHandler(new LogInKit(
                        new Tokens(fixture.getRepository(), owner -> {}),
                        new FakeVault(),
                        settings,
                        census,
                        new Challenges(new Stage().repository(ChallengeTransaction.class)),
                        Chance.counting(),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .logIns());
    }

    private TestExecutor<Token> given(Object... facts) {
        return fixture.givenCurrentTime(NOW).andGiven(facts).andGivenCurrentTime(NOW);
    }

    private static LogIn claim(String otp) {
        return claim(otp, TokenQuota.NONE);
    }

    private static LogIn claim(String otp, TokenQuota quota) {
        Findings found = Findings.NONE.tokenless(false).claiming(new Claim(SERIAL, "hotp", Secret.of(otp), NEW_PIN));
        return logIn(Ruled.of(new ClaimTerms(false, quota), List.of("claims")), found);
    }

    private static LogIn logIn(Ruled<ClaimTerms> said, Findings findings) {
        LoginTerms terms = LoginTerms.draft()
                .layers(new LayerTerms(null, Ruled.nothing(), Ruled.nothing(), Ruled.nothing(), said))
                .terms();
        return new LogIn(new LoginSubject.User("alice", ALICE, ""), terms, null, List.of(), false, null, findings);
    }

    private static TokenQuota ofUser(int most) {
        TokenQuota.Numbers none = new TokenQuota.Numbers(Ruled.nothing(), Map.of());
        return new TokenQuota(
                Ruled.nothing(), new TokenQuota.Numbers(Ruled.nothing(), Map.of("hotp", number(most))), none);
    }

    private static TokenQuota inRealm(int most) {
        TokenQuota.Numbers none = new TokenQuota.Numbers(Ruled.nothing(), Map.of());
        return new TokenQuota(number(most), none, none);
    }

    private static Ruled<Integer> number(int most) {
        return Ruled.of(most, List.of("limits"));
    }

    private static Decision success(String type, String... policies) {
        return new Decision(true, "Token assigned to user via Autoassignment", SERIAL, type, 6)
                .on(Decision.Ground.CLAIM)
                .naming(policies.length == 0 ? List.of("claims") : List.of(policies));
    }

    @Test
    void whereNobodyMayClaimNobodyDoes() {
        Findings found = Findings.NONE.tokenless(false);

        given(hotp().fact(), IN_REALM)
                .when(logIn(Ruled.nothing(), found))
                .expectNoEvents()
                .expectResultMessagePayload(new Decision(false, "The user has no tokens assigned", null, null, null));
        given(hotp().fact(), IN_REALM)
                .when(logIn(Ruled.faulty("conflict", List.of("a")), found))
                .expectNoEvents()
                .expectResultMessagePayload(
                        Decision.forbidden(Denial.ofPolicy("conflict")).naming(List.of("a")));
    }

    @Test
    void whoTriesTooOftenIsNotServed() {
        given(hotp().fact(), IN_REALM)
                .when(logIn(
                        Ruled.of(new ClaimTerms(false, TokenQuota.NONE), List.of("claims")),
                        Findings.NONE.tokenless(false).tryingTooOften()))
                .expectNoEvents()
                .expectResultMessagePayload(NOTHING.remarking("too many attempts to claim a token"));
    }

    @Test
    void limitsThatCannotBeFollowedForbidTheClaim() {
        TokenQuota.Numbers none = new TokenQuota.Numbers(Ruled.nothing(), Map.of());

        given(hotp().fact(), IN_REALM)
                .when(claim(DeviceValue.at(0), new TokenQuota(Ruled.faulty("malformed", List.of()), none, none)))
                .expectNoEvents()
                .expectResultMessagePayload(
                        Decision.forbidden(Denial.ofPolicy("malformed")).naming(List.of("claims")));
    }

    @Test
    void theTokenGetsOwnerAndPinAndTheValueIsUsedUp() {
        given(hotp().fact(), IN_REALM)
                .when(claim(DeviceValue.at(3), ofUser(1)))
                .expectEvents(
                        new TokenAssigned(SERIAL, 1, ALICE),
                        new PinChanged(SERIAL, 1, NEW_PIN),
                        new OtpAccepted(SERIAL, 1, 1, 1, StateChange.counter(4L)))
                .expectResultMessagePayload(success("hotp", "claims", "limits"));
    }

    @Test
    void aTimeBasedTokenIsClaimedAsWell() {
        given(totp().fact(), IN_REALM)
                .when(claim(DeviceValue.at(NOW, 0)))
                .expectSuccessfulHandlerExecution()
                .expectState(token -> assertThat(token.owner()).isEqualTo(ALICE))
                .expectResultMessagePayload(success("totp"));
    }

    @Test
    void noAuthenticationIsCountedWhereNoneIs() {
        settings.with("no_auth_counter", "True");

        given(hotp().fact(), IN_REALM)
                .when(claim(DeviceValue.at(0)))
                .expectEvents(
                        new TokenAssigned(SERIAL, 1, ALICE),
                        new PinChanged(SERIAL, 1, NEW_PIN),
                        new OtpAccepted(SERIAL, 1, 0, 0, StateChange.counter(1L)));
    }

    @Test
    void aTokenThatWasGivenBackCanBeClaimed() {
        given(hotp().owner(BOB).fact(), new TokenUnassigned(SERIAL, 1), IN_REALM)
                .when(claim(DeviceValue.at(0)))
                .expectResultMessagePayload(success("hotp"));
    }

    @Test
    void aWrongOrUsedValueClaimsNothing() {
        given(hotp().fact(), IN_REALM, new OtpConsumed(SERIAL, 1, null, StateChange.counter(3L)))
                .when(claim(DeviceValue.at(2)))
                .expectEvents(new OtpRejected(SERIAL, 1, Reason.WRONG_OTP, 0, 0, StateChange.NONE))
                .expectResultMessagePayload(NOTHING);
    }

    static Stream<Arguments> whatMakesItUnfit() {
        return Stream.of(
                arguments(new TokenDisabled(SERIAL, 1), "Token is disabled"),
                arguments(new TokenRevoked(SERIAL, 1), "Token is disabled"),
                arguments(new FailLimitChanged(SERIAL, 1, 0), "Failcounter exceeded"),
                arguments(
                        new TokenInfoSet(SERIAL, 1, Map.of("validity_period_end", "2020-01-01T00:00+0000")),
                        "Outside validity period"),
                arguments(
                        new TokenInfoSet(SERIAL, 1, Map.of("count_auth_max", "2", "count_auth", "2")),
                        "Authentication counter exceeded"));
    }

    @ParameterizedTest
    @MethodSource("whatMakesItUnfit")
    void anUnfitTokenIsNeverClaimedButItsValueIsUsedUp(TokenEvent event, String refusal) {
        given(hotp().fact(), IN_REALM, event)
                .when(claim(DeviceValue.at(0)))
                .expectEvents(new OtpConsumed(SERIAL, 1, refusal, StateChange.counter(1L)))
                .expectResultMessagePayload(NOTHING);
    }

    @Test
    void aTokenThatIsNotYetEnrolledIsNeverClaimed() {
        given(hotp().rolloutState("verify").fact(), IN_REALM)
                .when(claim(DeviceValue.at(0)))
                .expectEvents(new OtpConsumed(SERIAL, 1, "Token is not yet enrolled", StateChange.counter(1L)))
                .expectResultMessagePayload(NOTHING);
    }

    @Test
    void aTokenThatCannotBeFoundIsNeverClaimed() {
        given(spass().fact(), IN_REALM)
                .when(claim(""))
                .expectEvents(new OtpRejected(SERIAL, 1, Reason.WRONG_OTP, 0, 0, StateChange.NONE))
                .expectResultMessagePayload(NOTHING);
    }

    @Test
    void whatIsSomebodysIsSearchedAnew() {
        assertStale(hotp().owner(BOB).fact(), IN_REALM);
    }

    @Test
    void whatIsInNoRealmOfTheUserIsSearchedAnew() {
        assertStale(hotp().fact(), new TokenRealmsChanged(SERIAL, 1, List.of("realm2")));
    }

    @Test
    void whatIsGoneIsSearchedAnew() {
        assertStale(hotp().fact(), IN_REALM, new TokenDeleted(SERIAL, 1));
    }

    @Test
    void aUserWhoHasGotATokenMeanwhileIsJudgedAnew() {
        census.number(1);

        assertStale(hotp().fact(), IN_REALM);
    }

    private void assertStale(Object... facts) {
        given(facts).when(claim(DeviceValue.at(0))).expectNoEvents().expectException(StaleEvidenceException.class);
    }

    @Test
    void whereThereIsNoRoomTheValueIsUsedUpAndTheTokenStaysNobodys() {
        given(hotp().fact(), IN_REALM)
                .when(claim(DeviceValue.at(0), ofUser(0)))
                .expectEvents(new OtpConsumed(SERIAL, 1, TOO_MANY, StateChange.counter(1L)))
                .expectResultMessagePayload(new Decision(false, "The user has no tokens assigned", SERIAL, "hotp", 6)
                        .denied(Denial.ofPolicy(TOO_MANY))
                        .naming(List.of("claims", "limits")));
    }

    @Test
    void theTokenIsNoFurtherOneInItsRealm() {
        census.numberInRealm(5);
        census.known();

        given(hotp().fact(), IN_REALM)
                .when(claim(DeviceValue.at(0), inRealm(1)))
                .expectResultMessagePayload(success("hotp", "claims", "limits"));
    }

    @Test
    void theUserIsReservedWithAllThatIsLimitedBeforeAnythingIsCounted() {
        given(hotp().fact(), IN_REALM)
                .when(claim(DeviceValue.at(0), inRealm(9)))
                .expectSuccessfulHandlerExecution();

        assertThat(census.calls()).containsExactly("[owner/realm1/passwd/1001, realm/realm1]", "count", "count");
    }
}
