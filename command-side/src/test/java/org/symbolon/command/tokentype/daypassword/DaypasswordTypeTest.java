package org.symbolon.command.tokentype.daypassword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.tokentype.Requests.shown;
import static org.symbolon.command.tokentype.Requests.with;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.Views;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;

class DaypasswordTypeTest {

    private static final String SEED = hex("12345678901234567890");

    private final DaypasswordType type = new DaypasswordType();

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    private TokenView token(String seed, int digits, String hash, String step) {
        return Views.of(type, Secret.of(seed), digits, 0, 10, 1000, Map.of("hashlib", hash, "timeStep", step));
    }

    private Judgement judged(TokenView token, String otp, long seconds) {
        return type.judge(
                token,
                Credential.of(Secret.of(otp)),
                new Circumstances(Instant.ofEpochSecond(seconds), new FakeSettings(), Chance.counting()));
    }

    /** Computed independently; the first is that of RFC 4226 for the counter 0. */
    @ParameterizedTest
    @CsvSource({"86399, 755224, 0", "1700000000, 523690, 19675", "1700086400, 196541, 19676"})
    void theValueOfTheDayIsRight(long seconds, String otp, long day) {
        assertThat(judged(token(SEED, 6, "sha1", "86400"), otp, seconds))
                .isEqualTo(Judgement.right(StateChange.counter(day)));
    }

    @Test
    void otherSpansHashesAndLengthsAreTakenIntoAccount() {
        TokenView token = token(hex("12345678901234567890123456789012"), 8, "sha256", "43200");

        assertThat(judged(token, "94842163", 1_700_000_000)).isInstanceOf(Judgement.Right.class);
    }

    @Test
    void aValueIsRightFromTheFirstSecondOfItsSpanToItsLastAndNoLonger() {
        TokenView token = token(SEED, 6, "sha1", "86400");
        long midnight = 19675L * 86400;

        assertThat(judged(token, "523690", midnight - 1)).isEqualTo(Judgement.WRONG);
        assertThat(judged(token, "523690", midnight)).isInstanceOf(Judgement.Right.class);
        assertThat(judged(token, "523690", midnight + 86399)).isInstanceOf(Judgement.Right.class);
        assertThat(judged(token, "523690", midnight + 86400)).isEqualTo(Judgement.WRONG);
    }

    @ParameterizedTest
    @CsvSource({"1d, 86400", "24h, 86400", "90m, 5400", "30s, 30", "3600, 3600", "1y, 31536000", "2D, 172800"})
    void aSpanIsWrittenAsPeopleLike(String written, long seconds) {
        EnrolmentStep enrolment = type.enrol(with("otpkey", SEED, "timeStep", written));

        assertThat(enrolment.state().number("timeStep")).contains(seconds);
        assertThat(shown(Disclosure.AuthenticatorUrl.class, enrolment.disclosures())
                        .url()
                        .reveal())
                .isEqualTo("otpauth://daypassword/OATH0001?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&period=" + seconds
                        + "&digits=6&issuer=eduMFA");
        assertThat(shown(Disclosure.OathUrl.class, enrolment.disclosures())
                        .url()
                        .reveal())
                .isEqualTo("oathtoken:///addToken?name=OATH0001&lockdown=true&key=" + SEED);
    }

    @Test
    void theSettingsSayWhatNobodyDoes() {
        FakeSettings settings =
                new FakeSettings().with("daypassword.timeStep", "12h").with("daypassword.hashlib", "sha256");

        assertThat(type.enrol(with(settings, "otpkey", SEED)).state().entries())
                .isEqualTo(Map.of("timeStep", 43200L, "hashlib", "sha256"));
        assertThat(type.enrol(with("otpkey", SEED)).state().entries())
                .isEqualTo(Map.of("timeStep", 86400L, "hashlib", "sha1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "abc", "1w", "-1d", "99999y", "1000000000", "1d1h"})
    void whatIsNoSpanIsRefused(String written) {
        assertThatThrownBy(() -> type.enrol(with("otpkey", SEED, "timeStep", written)))
                .hasMessageStartingWith("Parameter 'timeStep' must be a number of seconds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0"})
    void aTokenWithoutASpanHasNoRightValue(String step) {
        assertThat(judged(token(SEED, 6, "sha1", step), "755224", 0)).isEqualTo(Judgement.WRONG);
    }
}
