package org.symbolon.command.tokentype.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.tokentype.Requests.by;
import static org.symbolon.command.tokentype.Requests.shown;
import static org.symbolon.command.tokentype.Requests.with;

import org.junit.jupiter.api.Test;
import org.symbolon.command.support.Chance;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.events.shared.Secret;

class RegistrationTypeTest {

    private final RegistrationType type = new RegistrationType();

    @Test
    void aCodeThatIsGivenIsTaken() {
        EnrolmentStep enrolment = type.enrol(with("otpkey", "welcome-17"));

        assertThat(enrolment.secret()).isEqualTo(Secret.of("welcome-17"));
        assertThat(enrolment.otpLength()).isEqualTo(10);
        assertThat(enrolment.disclosures())
                .containsExactly(
                        new Disclosure.Seed(Secret.of("welcome-17")),
                        new Disclosure.RegistrationCode(Secret.of("welcome-17")));
    }

    @Test
    void whoeverGivesNoneGetsOneOfTwentyFourLettersAndDigits() {
        for (EnrolmentStep enrolment : new EnrolmentStep[] {
            type.enrol(by(Chance.seeded(1))),
            type.enrol(by(Chance.seeded(2), "otpkey", "")),
            type.enrol(by(Chance.seeded(3), "genkey", "1", "otpkey", "given"))
        }) {
            assertThat(shown(Disclosure.RegistrationCode.class, enrolment.disclosures())
                            .code()
                            .reveal())
                    .matches("[A-Za-z0-9]{24}")
                    .containsPattern("[A-Za-z]")
                    .containsPattern("[0-9]");
        }
    }

    @Test
    void aCodeIsAsLongAndMadeOfWhatPoliciesSay() {
        assertThat(type.enrol(with("registration.length", "31", "registration.contents", "+n"))
                        .otpLength())
                .isEqualTo(31);
        assertThatThrownBy(() -> type.enrol(with("otpkey", "x".repeat(1392))))
                .hasMessage("Parameter 'otpkey' must not be longer than 1391 characters");
    }
}
