package org.symbolon.command.tokentype.webauthn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.events.token.StateChange;

/** What devices sign, and what of it is believed. */
class WebauthnLoginTest {

    private final WebauthnRounds rounds = new WebauthnRounds();

    private Judgement logIn(SoftDevice device, Consumer<SoftDevice> afterwards) {
        TokenView token = rounds.token(rounds.enrol(device));
        Question question = rounds.ask(token);
        afterwards.accept(device);
        return rounds.judge(token, question, device.answer(WebauthnRounds.challenge(question)));
    }

    private static SoftDevice device() {
        return SoftDevice.of(-7, "a1b2c3d4");
    }

    @ParameterizedTest
    @ValueSource(longs = {-7, -37, -257})
    void aSignatureOfEachAlgorithmIsRightAndCounted(long algorithm) {
        Judgement judgement = logIn(SoftDevice.of(algorithm, "a1b2"), same -> {});

        assertThat(judgement).isEqualTo(Judgement.right(StateChange.counter(2)));
    }

    @Test
    void aDeviceThatDoesNotCountIsRightEachTime() {
        SoftDevice device = device();
        device.counter = 0;

        assertThat(logIn(device, same -> {})).isEqualTo(Judgement.right(StateChange.counter(0)));
    }

    @Test
    void whatSaysAnotherPageIsWrong() {
        assertThat(logIn(device(), other -> other.origin = "https://login.example.org"))
                .isEqualTo(Judgement.WRONG);
    }

    @Test
    void whatIsForAnotherDomainIsWrong() {
        assertThat(logIn(device(), other -> other.domain = "example.org")).isEqualTo(Judgement.WRONG);
    }

    @Test
    void whatNobodyHasTouchedIsWrong() {
        assertThat(logIn(device(), untouched -> untouched.flags = 0)).isEqualTo(Judgement.WRONG);
    }

    @Test
    void aCounterThatDoesNotGrowIsWrong() {
        SoftDevice device = device();
        device.counter = 7;

        assertThat(logIn(device, copy -> copy.counter = 6)).isEqualTo(Judgement.WRONG);
        assertThat(logIn(device(), copy -> copy.counter = 0)).isEqualTo(Judgement.WRONG);
    }

    @Test
    void whoMustBeVerifiedIsWrongUnlessHeIs() {
        rounds.terms.put("webauthn_user_verification_requirement", "required");

        assertThat(logIn(device().verifying(), same -> {})).isInstanceOf(Judgement.Right.class);
        assertThat(logIn(device().verifying(), other -> other.flags = 1)).isEqualTo(Judgement.WRONG);
    }

    private Judgement answered(Consumer<Map<String, String>> change) {
        SoftDevice device = device();
        TokenView token = rounds.token(rounds.enrol(device));
        Question question = rounds.ask(token);
        Map<String, String> answer = new HashMap<>(device.answer(WebauthnRounds.challenge(question)));
        change.accept(answer);
        return rounds.judge(token, question, answer);
    }

    @Test
    void anAnswerToAnotherChallengeIsWrong() {
        SoftDevice device = device();
        TokenView token = rounds.token(rounds.enrol(device));
        Question first = rounds.ask(token);
        Question second = rounds.ask(token);

        Map<String, String> answer = device.answer(WebauthnRounds.challenge(first));

        assertThat(rounds.judge(token, second, answer)).isEqualTo(Judgement.WRONG);
        assertThat(rounds.judge(token, first, answer)).isInstanceOf(Judgement.Right.class);
    }

    @Test
    void whatWasSignedToEnrolLogsNobodyIn() {
        SoftDevice device = device();
        TokenView token = rounds.token(rounds.enrol(device));
        Question question = rounds.ask(token);

        Map<String, String> answer = device.answer("webauthn.create", WebauthnRounds.challenge(question));

        assertThat(rounds.judge(token, question, answer)).isEqualTo(Judgement.WRONG);
    }

    @Test
    void aBitThatIsTurnedMakesItWrong() {
        for (String field : List.of("signaturedata", "authenticatordata", "clientdata", "credentialid")) {
            assertThat(answered(answer -> answer.compute(field, (name, text) -> turned(text))))
                    .as(field)
                    .isEqualTo(Judgement.WRONG);
        }
    }

    private static String turned(String encoded) {
        byte[] bytes = Base64.getUrlDecoder().decode(encoded);
        bytes[bytes.length / 2] ^= 1;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Test
    void whatIsMissingOrUnreadableMakesItWrong() {
        for (String field : List.of("signaturedata", "authenticatordata", "clientdata", "credentialid")) {
            assertThat(answered(answer -> answer.remove(field))).as(field).isEqualTo(Judgement.WRONG);
            assertThat(answered(answer -> answer.put(field, "§ no base64"))).isEqualTo(Judgement.WRONG);
            assertThat(answered(answer -> answer.put(field, "AAAA"))).isEqualTo(Judgement.WRONG);
        }
    }

    @Test
    void theKeyOfAnotherDeviceSignsNothing() {
        SoftDevice stranger = device();
        TokenView token = rounds.token(rounds.enrol(device()));
        Question question = rounds.ask(token);

        Map<String, String> answer = stranger.answer(WebauthnRounds.challenge(question));

        assertThat(rounds.judge(token, question, answer)).isEqualTo(Judgement.WRONG);
    }

    @Test
    void theUserWhomTheDeviceKnowsMustBeTheToken() {
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(WebauthnRounds.SERIAL.getBytes(UTF_8));

        assertThat(answered(answer -> answer.put("userhandle", WebauthnRounds.SERIAL)))
                .isInstanceOf(Judgement.Right.class);
        assertThat(answered(answer -> answer.put("userhandle", encoded))).isInstanceOf(Judgement.Right.class);
        assertThat(answered(answer -> answer.put("userhandle", "WAN0002"))).isEqualTo(Judgement.WRONG);
    }

    @Test
    void whatABrowserMayNotSayBesideMakesItWrong() {
        assertThat(answered(answer -> answer.put("assertionclientextensions", "{\"appid\":false}")))
                .isInstanceOf(Judgement.Right.class);
        assertThat(answered(answer -> answer.put("assertionclientextensions", "{\"uvm\":[]}")))
                .isEqualTo(Judgement.WRONG);
        assertThat(answered(answer -> answer.put("assertionclientextensions", "{")))
                .isEqualTo(Judgement.WRONG);
    }

    @Test
    void withoutAPageItIsWrong() {
        SoftDevice device = device();
        TokenView token = rounds.token(rounds.enrol(device));
        Question question = rounds.ask(token);

        Map<String, String> answer = device.answer(WebauthnRounds.challenge(question));

        assertThat(rounds.judge(token, question, answer, "Origin", "no page")).isEqualTo(Judgement.WRONG);
    }

    @Test
    void aModelThatMayNotLogInIsRefused() {
        assertThatThrownBy(() -> logIn(
                        device(),
                        same -> rounds.terms.put(
                                "webauthn_authenticator_selection_list", "00000000-0000-0000-0000-000000000001")))
                .isInstanceOf(Refusal.class)
                .hasMessage("The WebAuthn token is not allowed to authenticate due to a policy restriction.");
    }

    @Test
    void aModelIsListedHoweverItIsWritten() {
        rounds.terms.put("webauthn_authenticator_selection_list", SoftDevice.MODEL.toUpperCase(Locale.ROOT));
        assertThat(answered(answer -> {})).isInstanceOf(Judgement.Right.class);
        rounds.terms.put("webauthn_authenticator_selection_list", "x " + SoftDevice.MODEL.replace("-", ""));
        assertThat(answered(answer -> {})).isInstanceOf(Judgement.Right.class);
    }

    @Test
    void aChallengeTellsTheBrowserWhatItNeeds() {
        TokenView token = rounds.token(rounds.enrol(device()));

        Question question = rounds.ask(token);

        assertThat(question.message()).isEqualTo("Please confirm with your WebAuthn token ()");
        assertThat(question.challenge()).matches("[0-9a-f]{64}");
        assertThat(question.image()).isEmpty();
        assertThat(question.attributes())
                .isEqualTo(Map.of(
                        "hideResponseInput",
                        true,
                        "img",
                        "",
                        "webAuthnSignRequest",
                        Map.of(
                                "challenge",
                                WebauthnRounds.encoded(question.challenge()),
                                "rpId",
                                "example.com",
                                "timeout",
                                60_000,
                                "userVerification",
                                "preferred",
                                "allowCredentials",
                                List.of(Map.of(
                                        "id",
                                        "obLD1A",
                                        "type",
                                        "public-key",
                                        "transports",
                                        List.of("usb", "ble", "nfc", "internal", "hybrid"))))));
    }

    @Test
    void policiesSayHowAChallengeIsToBeAnswered() {
        TokenView token = rounds.token(rounds.enrol(device()));
        rounds.terms.put("webauthn_allowed_transports", "usb nfc");
        rounds.terms.put("webauthn_timeout", "90");
        rounds.terms.put("webauthn_challenge_text", "Touch {0!s} now");

        Question question = rounds.ask(token);

        assertThat(question.message()).isEqualTo("Touch  now");
        assertThat(question.attributes().toString()).contains("[usb, nfc]").contains("90000");
    }
}
