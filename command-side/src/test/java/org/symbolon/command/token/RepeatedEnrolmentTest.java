package org.symbolon.command.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.BOB;
import static org.symbolon.command.support.EnrolledToken.PIN_HASH;
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
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.command.support.FakeSerials;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.OtpRejected.Reason;
import org.symbolon.events.token.PinChanged;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenRealmsChanged;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenRevoked;

/** A serial that is taken is enrolled anew, or refused. */
class RepeatedEnrolmentTest extends EnrolledTokens {

    @Test
    void aTakenSerialIsEnrolledAnewUnderTheSameDataKey() {
        token.given(hotp().owner(ALICE).fact(), rejected())
                .when(enrol(Map.of("serial", SERIAL, "otpkey", "00ff")))
                .expectEvents(new TokenReenrolled(
                        SERIAL,
                        1,
                        6,
                        sealed("key-of-" + SERIAL, "00ff"),
                        null,
                        null,
                        10,
                        10,
                        1000,
                        "",
                        HOTP_INFO,
                        null,
                        List.of("realm1")))
                .expectState(found -> {
                    assertThat(found.owner()).isEqualTo(ALICE);
                    assertThat(found.pinHash()).isEqualTo(PIN_HASH);
                    assertThat(found.failCount()).isZero();
                    assertThat(found.view().counter()).isZero();
                });
    }

    @Test
    void enrollingAnewCanChangePinDescriptionAndRealm() {
        token.given(hotp().fact(), new TokenRealmsChanged(SERIAL, 1, List.of("a", "b")))
                .when(new EnrollToken(
                        Map.of("serial", SERIAL, "otpkey", "00ff", "description", "mine"),
                        Map.of(),
                        PinToKeep.hashed("hash of new"),
                        null,
                        Holder.NOBODY,
                        "realm2"))
                .expectState(found -> {
                    assertThat(found.pinHash()).isEqualTo("hash of new");
                    assertThat(found.realms()).containsExactly("realm2");
                });
    }

    @Test
    void aTokenWithoutOwnerGetsOneByEnrollingAnew() {
        token.given(hotp().fact())
                .when(enrol(Map.of("serial", SERIAL, "otpkey", "00ff"), BOB, null))
                .expectState(found -> {
                    assertThat(found.owner()).isEqualTo(BOB);
                    assertThat(found.realms()).containsExactly("realm1");
                });
    }

    @Test
    void aTakenSerialKeepsItsType() {
        token.given(hotp().fact())
                .when(enrol(Map.of("type", "totp", "serial", SERIAL, "otpkey", RFC_SEED)))
                .expectNoEvents()
                .expectException(refusal(
                        301,
                        "initToken failed: token 'OATH0001' already exist with type 'hotp'. Can not initialize token"
                                + " with new type 'totp'"));
    }

    @Test
    void aTokenOfSomebodyElseIsNotEnrolledAnew() {
        token.given(hotp().owner(ALICE).fact())
                .when(enrol(Map.of("serial", SERIAL, "otpkey", RFC_SEED), BOB, null))
                .expectNoEvents()
                .expectException(refusal(301, "This token is already assigned to another user."));
    }

    @Test
    void aRevokedTokenIsNotEnrolledAnew() {
        token.given(hotp().fact(), new TokenRevoked(SERIAL, 1))
                .when(enrol(Map.of("serial", SERIAL, "otpkey", RFC_SEED)))
                .expectNoEvents()
                .expectException(tokenLocked());
    }

    @Test
    void theSerialOfADeletedTokenCanBeGivenAgainEvenToAnotherType() {
        Map<String, String> info = new HashMap<>(HOTP_INFO);
        info.putAll(Map.of("timeStep", "30", "timeWindow", "180", "timeShift", "0"));
        token.given(
                        hotp().owner(ALICE).fact(),
                        rejected(),
                        new PinChanged(SERIAL, 1, "hash of 5678"),
                        new TokenRevoked(SERIAL, 1),
                        new TokenDeleted(SERIAL, 1))
                .when(enrol(Map.of("type", "totp", "serial", SERIAL, "otpkey", RFC_SEED)))
                .expectEvents(new TokenEnrolled(
                        SERIAL,
                        FakeSerials.NEXT_TOKEN_ID,
                        "totp",
                        6,
                        sealed("new-key-1", RFC_SEED),
                        "",
                        "",
                        10,
                        10,
                        1000,
                        "",
                        true,
                        info,
                        null,
                        List.of()))
                .expectState(found -> {
                    assertThat(found.deleted()).isFalse();
                    assertThat(found.revoked()).isFalse();
                    assertThat(found.active()).isTrue();
                    assertThat(found.owner()).isNull();
                    assertThat(found.pinHash()).isEmpty();
                    assertThat(found.failCount()).isZero();
                    assertThat(found.tokenId()).isEqualTo(FakeSerials.NEXT_TOKEN_ID);
                });
    }

    private static OtpRejected rejected() {
        return new OtpRejected(SERIAL, 1, Reason.WRONG_OTP, 4, 4, Map.of());
    }
}
