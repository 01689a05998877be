package org.symbolon.command.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.EnrolledToken.SERIAL;
import static org.symbolon.command.support.EnrolledToken.hotp;
import static org.symbolon.command.support.EnrolledToken.pw;
import static org.symbolon.command.support.EnrolledToken.totp;
import static org.symbolon.command.support.TokenFixture.NOW;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.symbolon.command.support.DeviceValue;
import org.symbolon.events.token.FailCounterReset;
import org.symbolon.events.token.ResynchronisationRefused;
import org.symbolon.events.token.TokenResynchronised;

/** Two values in sequence bring a token back into step. */
class ResynchronisationTest extends CommandedToken {

    @Test
    void twoConsecutiveValuesResynchroniseAnEventBasedToken() {
        token.given(hotp().windows(2, 20).fact(), rejected(3))
                .when(resynchronise("399871", "520489"))
                .expectEvents(new TokenResynchronised(SERIAL, 1, 10, Map.of()))
                .expectResultMessagePayload(Optional.of(true))
                .expectState(found -> {
                    assertThat(found.view().counter()).isEqualTo(10);
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
                .expectEvents(new TokenResynchronised(SERIAL, 1, 2, Map.of()), new FailCounterReset(SERIAL, 1));
    }

    @Test
    void anotherWordForTrueClearsNothing() {
        token.setting("DefaultResetFailCount", "true")
                .given(hotp().fact())
                .when(resynchronise("755224", "287082"))
                .expectEvents(new TokenResynchronised(SERIAL, 1, 2, Map.of()));
    }

    @Test
    void twoConsecutiveValuesTeachATimeBasedTokenItsDrift() {
        long step = NOW.getEpochSecond() / 30;
        token.given(totp().fact())
                .when(resynchronise(DeviceValue.at(step + 99), DeviceValue.at(step + 100)))
                .expectEvents(new TokenResynchronised(SERIAL, 1, step + 101, Map.of("timeShift", "3000.463")))
                .expectResultMessagePayload(Optional.of(true));
    }

    @Test
    void aPasswordIsNoSeriesOfValuesToResynchronise() {
        token.given(pw("secret").fact())
                .when(resynchronise("secret", "secret"))
                .expectState(found -> assertThat(found.view().counter()).isZero());
    }
}
