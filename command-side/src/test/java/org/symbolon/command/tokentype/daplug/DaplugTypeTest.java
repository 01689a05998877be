package org.symbolon.command.tokentype.daplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OtpPair;
import org.symbolon.command.tokentype.Requests;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.Views;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;

/** The values of RFC 4226, appendix D, as a Daplug types them. */
class DaplugTypeTest {

    private static final Secret SEED = Secret.of("3132333435363738393031323334353637383930");

    private final DaplugType type = new DaplugType();
    private final FakeSettings settings = new FakeSettings();
    private final Circumstances now = new Circumstances(Instant.EPOCH, settings, Chance.seeded(1));

    private TokenView token(long next) {
        return Views.of(type, SEED, 6, next, 10, 1000, Map.of("hashlib", "sha1"));
    }

    private Judgement judge(long next, String typed) {
        return type.judge(token(next), Credential.of(Secret.of(typed)), now);
    }

    @ParameterizedTest
    @CsvSource({"0, eiegegededef", "1, edejeiebejed", "2, eeegekeceged"})
    void typedLettersAreTheValuesOfTheStandard(long counter, String typed) {
        assertThat(judge(0, typed)).isEqualTo(Judgement.right(StateChange.counter(counter + 1)));
        assertThat(judge(counter + 1, typed)).isEqualTo(Judgement.wrong(true));
        assertThat(SoftDaplug.typed(
                        Letters.digits(Secret.of(typed)).orElseThrow().reveal()))
                .isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "755224", "eiegegedede", "eiegegededez", "ciegegededef", "xxxxxxxxxxxx", "eieg"})
    void whatNoDaplugTypesIsWrong(String typed) {
        assertThat(judge(0, typed)).isEqualTo(Judgement.WRONG);
    }

    @Test
    void twoValuesResynchroniseIt() {
        OtpPair pair = new OtpPair(Secret.of("edejeiebejed"), Secret.of("eeegekeceged"), Instant.EPOCH, settings);

        assertThat(type.resynchronise(token(0), pair)).contains(StateChange.counter(3));
        assertThat(type.resynchronise(token(2), pair)).isEmpty();
        assertThat(type.resynchronise(
                        token(0), new OtpPair(Secret.of("287082"), Secret.of("359152"), Instant.EPOCH, settings)))
                .isEmpty();
    }

    @Test
    void twoLettersAreTypedForADigit() {
        assertThat(type.typedLength(6)).isEqualTo(12);
    }

    @Test
    void itIsEnrolledInOneStep() {
        EnrolmentStep step = type.enrol(Requests.with("genkey", "1", "2stepinit", "1"));

        assertThat(step.rolloutState()).isEmpty();
        assertThat(step.otpLength()).isEqualTo(6);
    }
}
