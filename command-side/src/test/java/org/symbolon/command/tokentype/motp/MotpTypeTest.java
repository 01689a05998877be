package org.symbolon.command.tokentype.motp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.tokentype.Requests.by;
import static org.symbolon.command.tokentype.Requests.shown;
import static org.symbolon.command.tokentype.Requests.with;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.TokenSecrets;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.Views;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;

class MotpTypeTest {

    private static final String SECRET = "0123456789abcdef";
    private static final long NOW = 170_000_000;

    private final MotpType type = new MotpType();

    private TokenView token(long last, int countWindow, String devicePin) {
        TokenView plain = Views.of(type, Secret.of(SECRET), 6, last, countWindow, 1000, Map.of());
        return plain.with(new TokenSecrets(
                () -> Secret.of(SECRET),
                () -> Optional.ofNullable(devicePin).map(Secret::of),
                (name, entry) -> Secret.EMPTY));
    }

    private Judgement judged(TokenView token, String otp, long unit) {
        return type.judge(
                token,
                Credential.of(Secret.of(otp)),
                new Circumstances(Instant.ofEpochSecond(unit * 10 + 9), new FakeSettings(), Chance.counting()));
    }

    private static String valueOf(long unit) {
        return new MobileOtp(Secret.of(SECRET), Secret.of("1234"), 6).value(unit);
    }

    /** Computed independently. */
    @ParameterizedTest
    @CsvSource({
        "129612120, 6666, 6ed4e4",
        "129612130, 6666, 502a59",
        "129612244, 77777777, 7abf75",
        "170000000, 1234, 05aae5",
        "170000001, 1234, c1b651"
    })
    void theValueOfAMomentIsRight(long unit, String devicePin, String otp) {
        assertThat(judged(token(0, 10, devicePin), otp, unit)).isEqualTo(Judgement.right(StateChange.counter(unit)));
    }

    @Test
    void aValueIsNotRightInCapitalLetters() {
        assertThat(judged(token(0, 10, "1234"), "05AAE5", NOW)).isEqualTo(Judgement.WRONG);
    }

    @Test
    void noValueIsRightTwiceNorOneOfBefore() {
        assertThat(judged(token(NOW, 10, "1234"), "05aae5", NOW)).isEqualTo(Judgement.wrong(true));
        assertThat(judged(token(NOW + 1, 10, "1234"), "05aae5", NOW)).isEqualTo(Judgement.wrong(false));
        assertThat(judged(token(NOW, 10, "1234"), "c1b651", NOW))
                .isEqualTo(Judgement.right(StateChange.counter(NOW + 1)));
    }

    @Test
    void aValueMayBeTwentyUnitsOldAndLieNineteenAhead() {
        TokenView token = token(0, 10, "1234");

        assertThat(judged(token, valueOf(NOW - 21), NOW)).isEqualTo(Judgement.WRONG);
        assertThat(judged(token, valueOf(NOW - 20), NOW)).isEqualTo(Judgement.right(StateChange.counter(NOW - 20)));
        assertThat(judged(token, valueOf(NOW + 19), NOW)).isEqualTo(Judgement.right(StateChange.counter(NOW + 19)));
        assertThat(judged(token, valueOf(NOW + 20), NOW)).isEqualTo(Judgement.WRONG);
    }

    @Test
    void aTokenWithoutADevicePinHasNoRightValue() {
        assertThat(judged(token(0, 10, null), "05aae5", NOW)).isEqualTo(Judgement.WRONG);
    }

    @Test
    void theAppIsShownTheSecretAndNotThePin() {
        EnrolmentStep enrolment = type.enrol(with("otpkey", SECRET, "motppin", "1234"));

        assertThat(enrolment.secret()).isEqualTo(Secret.of(SECRET));
        assertThat(enrolment.userPin()).isEqualTo(Secret.of("1234"));
        assertThat(enrolment.otpLength()).isEqualTo(6);
        assertThat(enrolment.state().entries()).isEmpty();
        assertThat(enrolment.disclosures())
                .containsExactly(
                        new Disclosure.Seed(Secret.of(SECRET)),
                        new Disclosure.MotpUrl(Secret.of("motp://edumfa:mylabel?secret=" + SECRET)));
    }

    @Test
    void aSecretThatIsMadeHasSixteenBytes() {
        assertThat(shown(
                                Disclosure.Seed.class,
                                type.enrol(by(Chance.seeded(1), "genkey", "1", "motppin", "1234"))
                                        .disclosures())
                        .seed()
                        .reveal())
                .matches("[0-9a-f]{32}");
    }

    @Test
    void whatIsMissingOrContradictsItselfIsRefused() {
        assertThatThrownBy(() -> type.enrol(with("otpkey", SECRET))).hasMessage("Missing parameter: 'motppin'");
        assertThatThrownBy(() -> type.enrol(with("motppin", "1"))).hasMessage("Missing parameter: 'otpkey'");
        assertThatThrownBy(() -> type.enrol(with("motppin", "1", "genkey", "1", "otpkey", SECRET)))
                .hasMessage("The parameters 'genkey' and 'otpkey' exclude each other.");
    }
}
