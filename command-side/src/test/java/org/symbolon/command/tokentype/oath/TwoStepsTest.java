package org.symbolon.command.tokentype.oath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.tokentype.Requests.shown;
import static org.symbolon.command.tokentype.Requests.step;
import static org.symbolon.command.tokentype.Requests.with;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.Views;
import org.symbolon.command.tokentype.hotp.HotpType;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TypeState;

class TwoStepsTest {

    private static final String SHORT_PART = "000102030405060708090a0b0c0d0e0f10111213";
    private static final String LONG_PART = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    private final HotpType type = new HotpType();

    private TokenView token(String hash, String clientBytes, String serverPart) {
        return Views.waiting(
                type,
                Secret.of(serverPart),
                8,
                Map.of("hashlib", hash, "2step_clientsize", clientBytes, "2step_difficulty", "10000"));
    }

    @ParameterizedTest
    @CsvSource({
        "sha1, " + SHORT_PART + ", 8bb70bace13950c1f2b95e1521da2effe5031809",
        "sha256, " + LONG_PART + ", 42e1bc64cf20ccdb2014fc2064abd46e4be626fca7019969b878469e6dedfcd4"
    })
    void bothPartsMakeTheSeed(String hash, String serverPart, String seed) {
        TokenView token = token(hash, "8", serverPart);
        EnrolmentRequest asked =
                step(with("otpkey", "3VLYHPABAIBQIBIGA4EA", "otpkeyformat", "base32check"), token, Gathered.NOTHING);
        SeedParts parts = (SeedParts) type.gather(asked).orElseThrow();

        EnrolmentStep second = type.enrol(step(asked, token, Gathered.of(parts, parts.compute())));

        assertThat(second.secret().reveal()).isEqualTo(seed);
        assertThat(second.otpLength()).isEqualTo(8);
        assertThat(second.state().text("hashlib")).contains(hash);
        assertThat(second.rolloutState()).isEmpty();
        assertThat(second.paused()).isFalse();
    }

    @Test
    void theClientsPartHasTheLengthThatWasSaid() {
        assertRefused("5", "Client Secret Size is expected to be 5, but is 8", "otpkey", "0102030405060708");
        assertRefused("8", "Parameter 'otpkey' must be hexadecimal", "otpkey", "xyz");
        assertRefused("8", "Missing parameter: 'otpkey'");
    }

    private void assertRefused(String clientBytes, String message, String... parameters) {
        EnrolmentRequest second = step(with(parameters), token("sha1", clientBytes, SHORT_PART), Gathered.NOTHING);

        assertThatThrownBy(() -> type.gather(second)).hasMessage(message);
    }

    @Test
    void theFirstStepSaysWhatTheClientHasToAdd() {
        EnrolmentStep enrolment = type.enrol(with(
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
        assertThat(enrolment.secret().reveal()).hasSize(20);
        assertThat(enrolment.state())
                .isEqualTo(
                        TypeState.of(0L, Map.of("hashlib", "sha1", "2step_clientsize", 4, "2step_difficulty", 20_000)));
        assertThat(enrolment.disclosures())
                .contains(new Disclosure.ClientPart(4, 20, 20_000), new Disclosure.RolloutState("clientwait"));
        assertThat(shown(Disclosure.AuthenticatorUrl.class, enrolment.disclosures())
                        .url()
                        .reveal())
                .endsWith("&2step_salt=4&2step_output=20&2step_difficulty=20000");
    }

    @Test
    void whereTheyAreForcedEveryStepBeginsThemButTheSecond() {
        TokenView waiting = token("sha1", "8", SHORT_PART);
        TokenView finished = Views.of(type, Secret.of(SHORT_PART), 6, 0, 10, 1000, Map.of("hashlib", "sha1"));
        String[] forced = {"genkey", "1", "2stepinit", "force"};

        assertThat(type.enrol(with(forced)).paused()).isTrue();
        assertThat(type.enrol(step(with(forced), finished, Gathered.NOTHING)).paused())
                .isTrue();
        EnrolmentRequest anew = with("genkey", "1", "2stepinit", "force", "rollover", "1");
        assertThat(type.gather(step(anew, waiting, Gathered.NOTHING))).isEmpty();
        assertThat(type.enrol(step(anew, waiting, Gathered.NOTHING)).rolloutState())
                .isEqualTo("clientwait");

        EnrolmentRequest second = with("otpkey", "0102030405060708", "2stepinit", "force");
        SeedParts parts =
                (SeedParts) type.gather(step(second, waiting, Gathered.NOTHING)).orElseThrow();
        EnrolmentStep made = type.enrol(step(second, waiting, Gathered.of(parts, parts.compute())));
        assertThat(made.paused()).isFalse();
        assertThat(made.rolloutState()).isEmpty();
        assertThatThrownBy(() -> type.gather(step(with(forced), waiting, Gathered.NOTHING)))
                .hasMessage("Missing parameter: 'otpkey'");
    }

    @ParameterizedTest
    @CsvSource({"2step_clientsize, 0", "2step_serversize, 513", "2step_difficulty, 250001", "2step_difficulty, x"})
    void sizesHaveBounds(String parameter, String value) {
        assertThatThrownBy(() -> type.enrol(with("genkey", "1", "2stepinit", "1", parameter, value)))
                .hasMessageStartingWith("Parameter '" + parameter + "' must be a number from 1 to ");
    }
}
