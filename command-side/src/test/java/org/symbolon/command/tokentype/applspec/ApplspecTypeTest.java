package org.symbolon.command.tokentype.applspec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.tokentype.Requests.by;
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
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.Views;
import org.symbolon.events.shared.Secret;

class ApplspecTypeTest {

    private static final Secret PASSWORD = Secret.of("correct horse");

    private final ApplspecType type = new ApplspecType();
    private final TokenView token = Views.of(type, PASSWORD, 13, 0, 10, 1000, Map.of("service_id", "Mail"));

    @Test
    void aPasswordIsForTheServiceThatIsNamed() {
        EnrolmentStep enrolment = type.enrol(with("otpkey", "correct horse", "service_id", "Mail"));

        assertThat(enrolment.secret()).isEqualTo(PASSWORD);
        assertThat(enrolment.otpLength()).isEqualTo(13);
        assertThat(enrolment.state().text("service_id")).contains("Mail");
        assertThat(enrolment.disclosures())
                .containsExactly(new Disclosure.Seed(PASSWORD), new Disclosure.Password(PASSWORD));
    }

    @Test
    void withoutAServiceNothingIsEnrolled() {
        assertThatThrownBy(() -> type.enrol(with("genkey", "1"))).hasMessage("Missing parameter: 'service_id'");
        assertThatThrownBy(() -> type.enrol(with("service_id", "mail"))).hasMessage("Missing parameter: 'otpkey'");
    }

    @Test
    void onRequestItIsMadeUp() {
        assertThat(type.enrol(by(Chance.seeded(1), "genkey", "1", "service_id", "mail"))
                        .secret()
                        .reveal())
                .matches("[A-Za-z0-9]{23}");
        assertThat(type.enrol(by(
                                Chance.seeded(1),
                                "genkey",
                                "1",
                                "service_id",
                                "mail",
                                "applspec.length",
                                "9",
                                "applspec.contents",
                                "+n"))
                        .secret()
                        .reveal())
                .matches("[0-9]{9}");
    }

    @Test
    void whatAnOwnerMakesIsHardToGuess() {
        assertThatThrownBy(() -> type.boundedForOwner(with("otpkey", "1234567", "service_id", "mail")))
                .hasMessage("Parameter 'otpkey' must have at least 8 characters");
        assertThat(type.boundedForOwner(with("genkey", "1", "applspec.length", "1", "applspec.contents", "[a]"))
                        .parameters())
                .containsOnlyKeys("genkey");
    }

    @ParameterizedTest
    @CsvSource({
        "mail, correct horse, true",
        "MAIL, correct horse, true",
        "mail, correct hors, false",
        "web, correct horse, false",
        ", correct horse, false"
    })
    void onlyItsServiceTakesThePassword(String service, String typed, boolean right) {
        Map<String, String> fields = service == null ? Map.of() : Map.of("service_id", service);
        Credential credential = new Credential(Secret.of(typed), fields, Optional.empty(), Gathered.NOTHING);

        assertThat(
                        type.judge(
                                        token,
                                        credential,
                                        new Circumstances(Instant.EPOCH, new FakeSettings(), Chance.counting()))
                                instanceof Judgement.Right)
                .isEqualTo(right);
    }

    @Test
    void aLogInForAnotherServiceIsNotForTheToken() {
        assertThat(type.isFor(token, Map.of("service_id", "mail"))).isTrue();
        assertThat(type.isFor(token, Map.of("service_id", "web"))).isFalse();
        assertThat(type.isFor(token, Map.of())).isFalse();
        assertThat(type.isFor(Views.of(type, PASSWORD, 13, 0, 10, 1000, Map.of()), Map.of()))
                .isFalse();
    }
}
