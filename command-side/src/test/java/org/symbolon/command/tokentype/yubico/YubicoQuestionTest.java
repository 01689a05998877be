package org.symbolon.command.tokentype.yubico;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.yubico.YubicoVerdict.Missing;
import org.symbolon.command.tokentype.yubico.YubicoVerdict.Right;
import org.symbolon.command.tokentype.yubico.YubicoVerdict.Wrong;
import org.symbolon.command.tokentype.yubikey.SoftYubikey;
import org.symbolon.command.tokentype.yubikey.YubicoSignature;
import org.symbolon.events.shared.Secret;

/** What is sent to Yubico's service, and which of its answers count. */
class YubicoQuestionTest {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhM=";
    private static final String TYPED = new SoftYubikey("00".repeat(16)).typed(1, 0);

    private final FakeSettings settings =
            new FakeSettings().with("yubico.id", "87").with("yubico.secret", KEY);

    private Optional<YubicoQuestion> asked() {
        return YubicoQuestion.of(new YubicoInquiry(Secret.of(TYPED)), settings, Chance.counting());
    }

    private static byte[] key(String base64) {
        return YubicoSignature.key(Secret.of(base64)).orElseThrow();
    }

    @Test
    void theSignatureIsThatOfThePublishedExample() {
        Map<String, String> fields = Map.of("id", "87", "nonce", "0123456789abcdef0123", "otp", "c".repeat(44));

        assertThat(YubicoSignature.of(fields, key(KEY))).isEqualTo("KxIoyKwzhFjcJXwKO4G2YeQVyuY=");
    }

    @Test
    void whatIsSentHasANonceAndIsSigned() {
        Map<String, String> fields = asked().orElseThrow().request().fields();

        assertThat(fields).containsOnlyKeys("id", "otp", "nonce", "h").containsEntry("id", "87");
        assertThat(fields.get("nonce")).matches("[0-9a-f]{40}");
        assertThat(YubicoSignature.isRight(fields, key(KEY))).isTrue();
        assertThat(asked().orElseThrow().request().url()).isEqualTo("https://api.yubico.com/wsapi/2.0/verify");
        assertThat(asked().orElseThrow().request().byPost()).isFalse();
        settings.with("yubico.url", "https://here/verify").with("yubico.do_post", "True");
        assertThat(asked().orElseThrow().request().url()).isEqualTo("https://here/verify");
        assertThat(asked().orElseThrow().request().byPost()).isTrue();
        assertThat(asked().toString()).doesNotContain(TYPED, KEY);
    }

    @ParameterizedTest
    @CsvSource({"yubico.id, ''", "yubico.secret, ''", "yubico.secret, no base64!"})
    void withoutAnIdAndAKeyNobodyIsAsked(String setting, String value) {
        settings.with(setting, value);

        assertThat(asked()).isEmpty();
    }

    private static YubicoVerdict verdict(YubicoQuestion question, String key, Consumer<Map<String, String>> change) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("t", "2026-12-01T04:00:00Z0123");
        lines.put("otp", TYPED);
        lines.put("nonce", question.request().fields().get("nonce"));
        lines.put("sl", "25");
        lines.put("status", "OK");
        change.accept(lines);
        String signed = "h=" + YubicoSignature.of(lines, key(key)) + "\r\n";
        return question.verdict(signed
                + lines.entrySet().stream()
                        .map(line -> line.getKey() + "=" + line.getValue() + "\r\n")
                        .collect(Collectors.joining())
                + "\r\n");
    }

    private YubicoVerdict verdict(Consumer<Map<String, String>> change) {
        return verdict(asked().orElseThrow(), KEY, change);
    }

    @Test
    void anAnswerToThisQuestionCounts() {
        assertThat(verdict(lines -> {})).isEqualTo(new Right());
    }

    @ParameterizedTest
    @CsvSource({"BAD_OTP, false", "REPLAYED_OTP, true", "REPLAYED_REQUEST, true"})
    void aValueIsWrongOrWasUsedBefore(String status, boolean replayed) {
        assertThat(verdict(lines -> lines.put("status", status))).isEqualTo(new Wrong(replayed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MISSING_PARAMETER",
                "NO_SUCH_CLIENT",
                "OPERATION_NOT_ALLOWED",
                "BACKEND_ERROR",
                "NOT_ENOUGH_ANSWERS"
            })
    void whatIsWrongWithTheServiceIsSaid(String status) {
        assertThat(verdict(lines -> lines.put("status", status)))
                .isEqualTo(new Missing("Yubico's service says " + status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ok", "OK ", "RIGHT"})
    void aStatusOfNoProtocolIsNotOk(String status) {
        assertThat(verdict(lines -> lines.put("status", status)))
                .isEqualTo(new Missing("Yubico's service says what is not in its protocol"));
    }

    @Test
    void anAnswerAboutAnotherValueOrNonceDoesNotCount() {
        Missing other = new Missing("The answer of Yubico's service is about another question");

        assertThat(verdict(lines -> lines.put("nonce", "0".repeat(40)))).isEqualTo(other);
        assertThat(verdict(lines -> lines.put("otp", new SoftYubikey("00".repeat(16)).typed(1, 1))))
                .isEqualTo(other);
        assertThat(verdict(lines -> lines.remove("otp"))).isEqualTo(other);
    }

    @Test
    void anAnswerThatIsNotSignedWithOurKeyDoesNotCount() {
        YubicoQuestion question = asked().orElseThrow();

        assertThat(verdict(question, "BBECAwQFBgcICQoLDA0ODxAREhM=", lines -> {}))
                .isEqualTo(new Missing("The answer of Yubico's service is not signed with our key: OK"));
        String unsigned =
                "otp=" + TYPED + "\nnonce=" + question.request().fields().get("nonce") + "\nstatus=OK\n";
        assertThat(question.verdict(unsigned)).isInstanceOf(Missing.class);
        assertThat(question.verdict(unsigned + "h=\n")).isInstanceOf(Missing.class);
        assertThat(question.verdict("<html>nonsense</html>"))
                .isEqualTo(new Missing("The answer of Yubico's service is nonsense"));
        assertThat(question.verdict("")).isInstanceOf(Missing.class);
    }

    @Test
    void aLineThatStandsThereTwiceIsNotBelieved() {
        assertThat(verdict(lines -> lines.put("status", "BAD_OTP\r\nstatus=OK")))
                .isInstanceOf(Missing.class);
    }
}
