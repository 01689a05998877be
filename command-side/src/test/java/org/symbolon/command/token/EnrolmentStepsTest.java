package org.symbolon.command.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.EnrolledToken.RFC_SEED;
import static org.symbolon.command.support.EnrolledToken.SERIAL;
import static org.symbolon.command.support.EnrolledToken.hotp;
import static org.symbolon.command.support.FakeVault.sealed;
import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tokenLocked;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.command.error.OutdatedException;
import org.symbolon.command.smtpserver.SendMail;
import org.symbolon.command.support.TokenFixture;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.oath.SeedParts;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.EnrolmentVerified;
import org.symbolon.events.token.OtpConsumed;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenRevoked;

class EnrolmentStepsTest {

    private static final String FIRST_VALUE = "755224";
    private static final String MADE_SEED = "00112233445566778899aabbccddeeff00112233";
    private static final String CLIENT_PART = "0102030405060708";

    private final TokenFixture token = new TokenFixture();

    private static EnrollToken enrol(boolean toBeVerified, String... more) {
        Map<String, String> parameters = new HashMap<>(Map.of("serial", SERIAL));
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        return new EnrollToken(parameters, Map.of(), null, null, Holder.NOBODY, null, toBeVerified);
    }

    @Test
    void aTokenWaitsForItsClientsPart() {
        token.givenNothing().when(enrol(true, "genkey", "1", "2stepinit", "1")).expectState(found -> {
            assertThat(found.rolloutState()).isEqualTo("clientwait");
            assertThat(found.active()).isFalse();
        });
    }

    @Test
    void aValueThatIsToBeShownIsSentAsAnyOther() {
        token.setting("email.identifier", "post")
                .givenNothing()
                .when(enrol(true, "type", "email", "otpkey", RFC_SEED, "email", "erin@example.com"))
                .expectState(found -> {
                    assertThat(found.rolloutState()).isEqualTo("verify");
                    assertThat(found.state().count()).isEqualTo(1);
                });

        assertThat(token.challenges().sent())
                .containsExactly(SendMail.plain(
                        "post", Secret.of("erin@example.com"), Secret.of("Your OTP"), Secret.of("287082")));
    }

    @Test
    void aLogInAsksForTheAddressFirst() {
        Map<String, String> parameters = Map.of("serial", SERIAL, "type", "email", "otpkey", RFC_SEED);
        token.givenNothing()
                .when(new EnrollToken(parameters, Map.of(), null, null, Holder.NOBODY, null).byLogin())
                .expectState(found -> {
                    assertThat(found.isAwaited()).isTrue();
                    assertThat(found.state().text("email")).isEmpty();
                });

        assertThat(token.challenges().sent()).isEmpty();
    }

    private static SeedParts parts(String serverPart, String clientPart, int rounds) {
        return new SeedParts(Secret.of(serverPart), Secret.of(clientPart), rounds, 20);
    }

    private static EnrollToken second(SeedParts parts) {
        return enrol(false, "otpkey", CLIENT_PART).with(Gathered.of(parts, Secret.of(MADE_SEED)));
    }

    /** The seed that was made beforehand is taken as it is: that nothing is computed here shows in that it is wrong. */
    @Test
    void theSecondStepTakesTheSeedThatWasMadeAndEnablesTheToken() {
        token.given(hotp().rolloutState("clientwait").fact(), new TokenDisabled(SERIAL, 1))
                .when(second(parts(RFC_SEED, CLIENT_PART, 10_000)))
                .expectState(found -> {
                    assertThat(found.rolloutState()).isEmpty();
                    assertThat(found.seed()).isEqualTo(sealed("key-of-" + SERIAL, MADE_SEED));
                    assertThat(found.active()).isTrue();
                    assertThat(found.state().text("hashlib")).contains("sha1");
                });
    }

    @Test
    void aSeedThatIsMadeOfSomethingElseIsMadeAgainBeforeTheCommand() {
        for (EnrollToken stale : List.of(
                enrol(false, "otpkey", CLIENT_PART),
                second(parts("00ff", CLIENT_PART, 10_000)),
                second(parts(RFC_SEED, "0807060504030201", 10_000)),
                second(parts(RFC_SEED, CLIENT_PART, 1)))) {
            token.given(hotp().rolloutState("clientwait").fact())
                    .when(stale)
                    .expectNoEvents()
                    .expectException(OutdatedException.class);
        }
    }

    @Test
    void whatTheClientGivesIsRefusedIfItIsNoPart() {
        token.given(hotp().rolloutState("clientwait").fact())
                .when(enrol(false, "otpkey", "01"))
                .expectNoEvents()
                .expectException(refusal(905, "Client Secret Size is expected to be 8, but is 1"));
    }

    @Test
    void theFirstStepIsNotRepeated() {
        token.given(hotp().rolloutState("clientwait").fact())
                .when(enrol(false, "genkey", "1", "2stepinit", "1"))
                .expectNoEvents()
                .expectException(refusal(905, "2stepinit is only to be used in the first initialization step."));
    }

    @Test
    void anEnrolmentInTwoStepsBeginsAnewWhenItIsMeantTo() {
        token.given(hotp().rolloutState("clientwait").fact())
                .when(enrol(false, "genkey", "1", "2stepinit", "1", "rollover", "1"))
                .expectSuccessfulHandlerExecution()
                .expectState(found -> assertThat(found.rolloutState()).isEqualTo("clientwait"));
    }

    @Test
    void aTokenThatIsInUseCanBeginAnewInTwoSteps() {
        token.given(hotp().fact())
                .when(enrol(false, "genkey", "1", "2stepinit", "1"))
                .expectState(found -> {
                    assertThat(found.rolloutState()).isEqualTo("clientwait");
                    assertThat(found.active()).isFalse();
                });
    }

    @Test
    void aTokenHasToShowAValue() {
        token.givenNothing().when(enrol(true, "otpkey", RFC_SEED)).expectState(found -> {
            assertThat(found.rolloutState()).isEqualTo("verify");
            assertThat(found.active()).isTrue();
        });
        token.givenNothing().when(enrol(true, "type", "spass")).expectState(found -> assertThat(found.rolloutState())
                .isEmpty());
    }

    @Test
    void aRightValueIsUsedUpAndMakesTheTokenGood() {
        token.given(hotp().rolloutState("verify").fact())
                .when(enrol(true, "verify", FIRST_VALUE, "genkey", "1"))
                .expectEvents(
                        new OtpConsumed(SERIAL, 1, null, StateChange.counter(1L)), new EnrolmentVerified(SERIAL, 1))
                .expectResultMessagePayload(
                        new Enrolled(SERIAL, "hotp", List.of(new Disclosure.RolloutState("enrolled"))))
                .expectState(found -> assertThat(found.rolloutState()).isEqualTo("enrolled"));
    }

    @Test
    void aWrongValueIsRefused() {
        token.given(hotp().rolloutState("verify").fact())
                .when(enrol(true, "verify", "000000"))
                .expectNoEvents()
                .expectException(refusal(905, "Verification of the new token failed."));
    }

    @Test
    void aTokenThatHasNotToShowAValueIsEnrolledAnew() {
        token.given(hotp().fact())
                .when(enrol(false, "verify", FIRST_VALUE, "otpkey", RFC_SEED))
                .expectSuccessfulHandlerExecution()
                .expectState(found -> assertThat(found.rolloutState()).isEmpty());
    }

    @Test
    void aRevokedTokenIsNotMadeGood() {
        token.given(hotp().rolloutState("verify").fact(), new TokenRevoked(SERIAL, 1))
                .when(enrol(true, "verify", FIRST_VALUE))
                .expectNoEvents()
                .expectException(tokenLocked());
    }
}
