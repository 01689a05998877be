package org.symbolon.command.tokentype.yubico;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.Requests;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.Views;
import org.symbolon.command.tokentype.yubico.YubicoVerdict.Missing;
import org.symbolon.command.tokentype.yubico.YubicoVerdict.Right;
import org.symbolon.command.tokentype.yubico.YubicoVerdict.Wrong;
import org.symbolon.command.tokentype.yubikey.SoftYubikey;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TypeState;

class YubicoTypeTest {

    private static final String TYPED = new SoftYubikey("00".repeat(16)).typed(1, 0);

    private final YubicoType type = new YubicoType();
    private final TokenView token =
            Views.of(type, Secret.EMPTY, 44, 0, 10, 1000, Map.of("yubico.tokenid", "llnnrrttuuvv"));

    @Test
    void anEnrolmentKeepsThePublicIdAlone() {
        EnrolmentStep step = type.enrol(Requests.with("yubico.tokenid", TYPED));

        assertThat(step.state()).isEqualTo(TypeState.of(null, Map.of("yubico.tokenid", "llnnrrttuuvv")));
        assertThat(step.secret()).isEqualTo(Secret.EMPTY);
        assertThat(step.otpLength()).isEqualTo(44);
        assertThat(step.tokenKind()).isEqualTo("hardware");
        assertThat(step.disclosures()).isEmpty();
    }

    @Test
    void aPublicIdMustBeThereAndWhole() {
        assertThatThrownBy(() -> type.enrol(Requests.with())).hasMessage("Missing parameter: 'yubico.tokenid'");
        assertThatThrownBy(() -> type.enrol(Requests.with("yubico.tokenid", "12345678901")))
                .hasMessage("Parameter 'yubico.tokenid' must have at least 12 characters");
    }

    private Judgement judged(YubicoVerdict verdict) {
        Credential credential = Credential.of(Secret.of(TYPED));
        Gathered gathered = Gathered.of(new YubicoInquiry(Secret.of(TYPED)), verdict);
        return type.judge(token, credential.with(gathered), now());
    }

    private static Circumstances now() {
        return new Circumstances(Instant.EPOCH, new FakeSettings(), Chance.counting());
    }

    @Test
    void theServiceDecides() {
        assertThat(judged(new Right())).isEqualTo(Judgement.RIGHT);
        assertThat(judged(new Wrong(false))).isEqualTo(Judgement.WRONG);
        assertThat(judged(new Wrong(true))).isEqualTo(Judgement.wrong(true));
        assertThat(judged(new Missing("away"))).isEqualTo(new Judgement.NoVerdict("away"));
    }

    @Test
    void lettersCountInEitherCase() {
        assertThat(type.gather(token, Credential.of(Secret.of(TYPED.toUpperCase(Locale.ROOT)))))
                .contains(new YubicoInquiry(Secret.of(TYPED)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "llnnrrttuuvv",
                "cccccccccccccccccccccccccccccccccccccccccccc",
                "llnnrrttuuvv0123456789012345678901234567890",
                "llnnrrttuuvv01234567890123456789012345678901"
            })
    void nobodyIsAskedAboutWhatThisDeviceCannotType(String typed) {
        Credential credential = Credential.of(Secret.of(typed));

        assertThat(type.gather(token, credential)).isEmpty();
        assertThat(type.judge(token, credential, now())).isEqualTo(Judgement.WRONG);
    }
}
