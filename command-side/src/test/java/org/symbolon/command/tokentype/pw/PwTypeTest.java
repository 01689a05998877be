package org.symbolon.command.tokentype.pw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.tokentype.Requests.by;
import static org.symbolon.command.tokentype.Requests.shown;
import static org.symbolon.command.tokentype.Requests.with;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.Views;
import org.symbolon.events.shared.Secret;

class PwTypeTest {

    private final PwType type = new PwType();

    @Test
    void theLengthOfThePasswordIsTheLengthOfTheValue() {
        EnrolmentStep enrolment = type.enrol(with("otpkey", "correct horse", "otplen", "6"));

        assertThat(enrolment.secret().reveal()).isEqualTo("correct horse");
        assertThat(enrolment.otpLength()).isEqualTo(13);
        assertThat(enrolment.state().entries()).isEmpty();
        assertThat(enrolment.disclosures())
                .containsExactly(
                        new Disclosure.Seed(Secret.of("correct horse")),
                        new Disclosure.Password(Secret.of("correct horse")));
    }

    @Test
    void aGeneratedPasswordHasTwelveLettersAndDigitsAndSomeOfBoth() {
        for (long seed = 0; seed < 500; seed++) {
            EnrolmentStep enrolment = type.enrol(by(Chance.seeded(seed), "genkey", "1", "otpkey", "given"));

            assertThat(shown(Disclosure.Password.class, enrolment.disclosures())
                            .password()
                            .reveal())
                    .matches("[A-Za-z0-9]{12}")
                    .containsPattern("[A-Za-z]")
                    .containsPattern("[0-9]");
        }
    }

    @Test
    void aPasswordMustBeThereAndNotBeEmptyOrTooLong() {
        assertThatThrownBy(() -> type.enrol(with())).hasMessage("Missing parameter: 'otpkey'");
        assertThatThrownBy(() -> type.enrol(with("otpkey", ""))).hasMessage("Parameter 'otpkey' must not be empty");
        assertThatThrownBy(() -> type.enrol(with("otpkey", "x".repeat(1392))))
                .hasMessage("Parameter 'otpkey' must not be longer than 1391 characters");
    }

    @Test
    void thePasswordIsRightAsOftenAsItIsTyped() {
        assertThat(verify("correct horse")).isEqualTo(Judgement.RIGHT);
        assertThat(verify("correct horse")).isEqualTo(Judgement.RIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "correct hors", "Correct horse", "correct horse "})
    void anythingElseIsWrong(String typed) {
        assertThat(verify(typed)).isEqualTo(Judgement.wrong(false));
    }

    private Judgement verify(String typed) {
        return type.judge(
                Views.of(type, Secret.of("correct horse"), 13, 0, 10, 1000, Map.of()),
                Credential.of(Secret.of(typed)),
                new Circumstances(Instant.EPOCH, new FakeSettings(), Chance.counting()));
    }
}
