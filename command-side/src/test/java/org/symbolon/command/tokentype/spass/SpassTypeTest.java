package org.symbolon.command.tokentype.spass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.tokentype.Requests.with;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.Views;
import org.symbolon.events.shared.Secret;

class SpassTypeTest {

    private final SpassType type = new SpassType();

    @Test
    void aSimplePassNeedsNothingToBeEnrolled() {
        EnrolmentStep enrolment = type.enrol(with());

        assertThat(enrolment.secret().reveal()).isEqualTo("000102030405060708090a0b0c0d0e0f10111213");
        assertThat(enrolment.otpLength()).isEqualTo(6);
        assertThat(enrolment.state().entries()).isEmpty();
    }

    @Test
    void theLengthOfAValueItDoesNotHaveMustStillBeANumber() {
        assertThat(type.enrol(with("otplen", "8")).otpLength()).isEqualTo(8);
        assertThatThrownBy(() -> type.enrol(with("otplen", "100"))).hasMessageContaining("'otplen'");
    }

    @Test
    void theWholePassIsThePin() {
        assertThat(type.describe().pinUse()).isEqualTo(TypeDescription.PinUse.WHOLE_PASS);
        assertThat(verify("")).isEqualTo(Judgement.RIGHT);
    }

    @Test
    void aValueWithoutItsPinProvesNothing() {
        assertThat(verify("123456")).isEqualTo(Judgement.wrong(false));
    }

    private Judgement verify(String otp) {
        return type.judge(
                Views.of(type, Secret.of("00"), 6, 0, 10, 1000, Map.of()),
                Credential.of(Secret.of(otp)),
                new Circumstances(Instant.EPOCH, new FakeSettings(), Chance.counting()));
    }
}
