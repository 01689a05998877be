package org.symbolon.command.tokentype.spass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.tokentype.Requests.with;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Attempt;
import org.symbolon.command.tokentype.Enrolment;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.Verification;

class SpassTypeTest {

    private final SpassType type = new SpassType();

    @Test
    void aSimplePassNeedsNothingToBeEnrolled() {
        Enrolment enrolment = type.enrol(with());

        assertThat(enrolment.seed().reveal()).isEqualTo("000102030405060708090a0b0c0d0e0f10111213");
        assertThat(enrolment.otpLength()).isEqualTo(6);
        assertThat(enrolment.info()).isEmpty();
    }

    @Test
    void theLengthOfAValueItDoesNotHaveMustStillBeANumber() {
        assertThat(type.enrol(with("otplen", "8")).otpLength()).isEqualTo(8);
        assertThatThrownBy(() -> type.enrol(with("otplen", "100"))).hasMessageContaining("'otplen'");
    }

    @Test
    void theWholePassIsThePin() {
        assertThat(type.pinIsWholePass()).isTrue();
        assertThat(verify("")).isEqualTo(Verification.right(null));
    }

    @Test
    void aValueWithoutItsPinProvesNothing() {
        assertThat(verify("123456")).isEqualTo(Verification.wrong(false));
    }

    private Verification verify(String otp) {
        return type.verify(
                new TokenView(6, 0, 10, 1000, Map.of()),
                Secret.of("00"),
                new Attempt(Secret.of(otp), Instant.EPOCH, new FakeSettings()));
    }
}
