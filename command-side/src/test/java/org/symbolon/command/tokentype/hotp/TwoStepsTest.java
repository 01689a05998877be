package org.symbolon.command.tokentype.hotp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.tokentype.Requests.shown;
import static org.symbolon.command.tokentype.Requests.with;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.Enrolment;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.SeedParts;
import org.symbolon.command.tokentype.TokenView;

class TwoStepsTest {

    private static final String SHORT_PART = "000102030405060708090a0b0c0d0e0f10111213";
    private static final String LONG_PART = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    private final HotpType type = new HotpType();

    private static TokenView token(String hash, String clientBytes) {
        return new TokenView(
                8, 0, 10, 1000, Map.of("hashlib", hash, "2step_clientsize", clientBytes, "2step_difficulty", "10000"));
    }

    @ParameterizedTest
    @CsvSource({
        "sha1, " + SHORT_PART + ", 8bb70bace13950c1f2b95e1521da2effe5031809",
        "sha256, " + LONG_PART + ", 42e1bc64cf20ccdb2014fc2064abd46e4be626fca7019969b878469e6dedfcd4"
    })
    void bothPartsMakeTheSeed(String hash, String serverPart, String seed) {
        EnrolmentRequest second = with("otpkey", "3VLYHPABAIBQIBIGA4EA", "otpkeyformat", "base32check");

        SeedParts parts =
                type.seedParts(second, token(hash, "8"), Secret.of(serverPart)).orElseThrow();
        EnrolmentRequest joined =
                type.joined(second, token(hash, "8"), parts.together().seed());

        assertThat(joined.text("otpkey")).contains(seed);
        assertThat(type.enrol(joined).seed().reveal()).isEqualTo(seed);
        assertThat(type.enrol(joined).otpLength()).isEqualTo(8);
        assertThat(type.enrol(joined).info()).containsEntry("hashlib", hash);
    }

    @Test
    void theClientsPartHasTheLengthThatWasSaid() {
        EnrolmentRequest second = with("otpkey", "0102030405060708");

        assertThatThrownBy(() -> type.seedParts(second, token("sha1", "5"), Secret.of(SHORT_PART)))
                .hasMessage("Client Secret Size is expected to be 5, but is 8");
        assertThatThrownBy(() -> type.seedParts(with("otpkey", "xyz"), token("sha1", "8"), Secret.of(SHORT_PART)))
                .hasMessage("Parameter 'otpkey' must be hexadecimal");
        assertThatThrownBy(() -> type.seedParts(with(), token("sha1", "8"), Secret.of(SHORT_PART)))
                .hasMessage("Missing parameter: 'otpkey'");
    }

    @Test
    void theFirstStepSaysWhatTheClientHasToAdd() {
        Enrolment enrolment = type.enrol(with(
                "genkey",
                "1",
                "2stepinit",
                "1",
                "2step_serversize",
                "10",
                "2step_clientsize",
                "4",
                "2step_difficulty",
                "20000"));

        assertThat(enrolment.rolloutState()).isEqualTo("clientwait");
        assertThat(enrolment.seed().reveal()).hasSize(20);
        assertThat(enrolment.info())
                .isEqualTo(Map.of("hashlib", "sha1", "2step_clientsize", "4", "2step_difficulty", "20000"));
        assertThat(enrolment.disclosures())
                .contains(new Disclosure.ClientPart(4, 20, 20_000), new Disclosure.RolloutState("clientwait"));
        assertThat(shown(Disclosure.AuthenticatorUrl.class, enrolment.disclosures())
                        .url()
                        .reveal())
                .endsWith("&2step_salt=4&2step_output=20&2step_difficulty=20000");
    }

    @ParameterizedTest
    @CsvSource({"2step_clientsize, 0", "2step_serversize, 513", "2step_difficulty, 250001", "2step_difficulty, x"})
    void sizesHaveBounds(String parameter, String value) {
        assertThatThrownBy(() -> type.enrol(with("genkey", "1", "2stepinit", "1", parameter, value)))
                .hasMessageStartingWith("Parameter '" + parameter + "' must be a number from 1 to ");
    }
}
