package org.symbolon.command.tokentype.ocra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.ocra.Ocra.Moment;
import org.symbolon.command.tokentype.ocra.OcraSuite.Format;
import org.symbolon.events.shared.Secret;

/** Responses are those of RFC 6287, appendix C, and suites those of its section 6. */
class OcraTest {

    private static final String DIGITS = "1234567890";
    private static final long STEP = 0x132d0b6;

    private static Secret seed(int bytes) {
        String text = DIGITS.repeat(7).substring(0, bytes);
        return Secret.of(HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    }

    private static String response(String suite, int keyBytes, String question, long counter) {
        OcraSuite read = OcraSuite.read(suite);
        return Ocra.of(read, seed(keyBytes), Secret.of("1234"))
                .orElseThrow()
                .response(Ocra.question(read.format(), question).orElseThrow(), new Moment(counter, "", STEP));
    }

    @ParameterizedTest
    @CsvSource({
        "OCRA-1:HOTP-SHA1-6:QN08, 20, 237653 243178 653583 740991 608993 388898 816933 224598 750600 294470",
        "OCRA-1:HOTP-SHA256-8:QN08-PSHA1, 32, 83238735 01501458 17957585 86776967 86807031",
        "OCRA-1:HOTP-SHA512-8:QN08-T1M, 64, 95209754 55907591 22048402 24218844 36209546"
    })
    void responsesToNumbersAreThoseOfTheStandard(String suite, int keyBytes, String responses) {
        String[] expected = responses.split(" ", 0);
        for (int digit = 0; digit < expected.length; digit++) {
            assertThat(response(suite, keyBytes, Integer.toString(digit).repeat(8), 0))
                    .as("question %d", digit)
                    .isEqualTo(expected[digit]);
        }
    }

    @Test
    void responsesWithACounterAreThoseOfTheStandard() {
        String[] withPin = "65347737 86775851 78192410 71565254 10104329 65983500 70069104 91771096 75011558 08522129"
                .split(" ", 0);
        String[] without = "07016083 63947962 70123924 25341727 33203315 34205738 44343969 51946085 20403879 31409299"
                .split(" ", 0);
        for (int counter = 0; counter < 10; counter++) {
            assertThat(response("OCRA-1:HOTP-SHA256-8:C-QN08-PSHA1", 32, "12345678", counter))
                    .isEqualTo(withPin[counter]);
            assertThat(response(
                            "OCRA-1:HOTP-SHA512-8:C-QN08",
                            64,
                            Integer.toString(counter).repeat(8),
                            counter))
                    .isEqualTo(without[counter]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OCRA-1:HOTP-SHA256-8:QA08, 32, CLI2222%dSRV1111%<d, 28247970 01984843 65387857 03351211 83412541",
        "OCRA-1:HOTP-SHA256-8:QA08, 32, SRV1111%dCLI2222%<d, 15510767 90175646 33777207 95285278 28934924",
        "OCRA-1:HOTP-SHA512-8:QA08, 64, CLI2222%dSRV1111%<d, 79496648 76831980 12250499 90856481 12761449",
        "OCRA-1:HOTP-SHA512-8:QA08-PSHA1, 64, SRV1111%dCLI2222%<d, 18806276 70020315 01600026 18951020 32528969",
        "OCRA-1:HOTP-SHA256-8:QA08, 32, SIG1%d000, 53095496 04110475 31331128 76028668 46554205",
        "OCRA-1:HOTP-SHA512-8:QA10-T1M, 64, SIG1%d00000, 77537423 31970405 10235557 95213541 65360607"
    })
    void responsesToTextsAreThoseOfTheStandard(String suite, int keyBytes, String question, String responses) {
        String[] expected = responses.split(" ", 0);
        for (int number = 0; number < expected.length; number++) {
            assertThat(response(suite, keyBytes, question.formatted(number), 0)).isEqualTo(expected[number]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OCRA-1:HOTP-SHA1-8:QH40, 0000000000000000000000000000000000000000, 87938385",
        "OCRA-1:HOTP-SHA1-8:QH40, f8c67d5897993e957165ddb2797ac0b15303a201, 98476116",
        "OCRA-1:HOTP-SHA1-6:QN10, 0000000000, 687157",
        "OCRA-1:HOTP-SHA1-6:QN10, 1234567890, 086548",
        "OCRA-1:HOTP-SHA1-6:QN10, 4294967295, 482040"
    })
    void responsesOfUsualSuitesAreThoseOfEduMfa(String suite, String question, String response) {
        assertThat(response(suite, 20, question, 0)).isEqualTo(response);
    }

    @Test
    void withoutTruncationTheWholeHashIsTheResponse() {
        String whole = response("OCRA-1:HOTP-SHA1-0:QN08", 20, "12345678", 0);

        assertThat(whole).matches("[0-9a-f]{40}");
        assertThat(response("OCRA-1:HOTP-SHA512-0:QN08", 64, "12345678", 0)).matches("[0-9a-f]{128}");
        assertThat(response("OCRA-1:HOTP-SHA1-0:QN08", 20, "12345679", 0)).isNotEqualTo(whole);
    }

    /** By hand, with the HMAC of the JDK: the session stands right in its field. */
    @Test
    void aSessionIsPartOfTheResponse() throws Exception {
        OcraSuite suite = OcraSuite.read("OCRA-1:HOTP-SHA256-0:QH08-S064");
        String computed = Ocra.of(suite, seed(32), Secret.EMPTY)
                .orElseThrow()
                .response(Ocra.question(Format.HEXADECIMAL, "0a0b0c0d").orElseThrow(), new Moment(0, "abc", 0));
        byte[] name = suite.text().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] data = new byte[name.length + 1 + 128 + 64];
        System.arraycopy(name, 0, data, 0, name.length);
        System.arraycopy(new byte[] {10, 11, 12, 13}, 0, data, name.length + 1, 4);
        System.arraycopy(new byte[] {'a', 'b', 'c'}, 0, data, data.length - 3, 3);
        javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(new javax.crypto.spec.SecretKeySpec(HexFormat.of().parseHex(seed(32).reveal()), "HmacSHA256"));

        assertThat(computed).isEqualTo(HexFormat.of().formatHex(mac.doFinal(data)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OCRA-1:HOTP-SHA1-4:QH8-S512",
                "OCRA-1:HOTP-SHA512-10:C-QN08-PSHA256-S128-T48H",
                "OCRA-1:HOTP-SHA256-6:QA64-T59S",
                "ocra-1:hotp-sha1-6:qn08"
            })
    void suitesOfTheStandardAreRead(String suite) {
        assertThat(OcraSuite.read(suite).text()).isEqualTo(suite);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "OCRA-2:HOTP-SHA1-6:QN08",
                "OCRA-1:HOTP-MD5-6:QN08",
                "OCRA-1:HOTP-SHA1-3:QN08",
                "OCRA-1:HOTP-SHA1-11:QN08",
                "OCRA-1:HOTP-SHA1-6:QN03",
                "OCRA-1:HOTP-SHA1-6:QN65",
                "OCRA-1:HOTP-SHA1-6:QX08",
                "OCRA-1:HOTP-SHA1-6:C",
                "OCRA-1:HOTP-SHA1-6:QN08-T0M",
                "OCRA-1:HOTP-SHA1-6:QN08-T60S",
                "OCRA-1:HOTP-SHA1-6:QN08-T49H",
                "OCRA-1:HOTP-SHA1-6:QN08-S065"
            })
    void whatIsNoSuiteIsRefused(String suite) {
        assertThatThrownBy(() -> OcraSuite.read(suite))
                .isInstanceOf(Refusal.class)
                .hasMessage("Unknown OCRA suite in parameter 'ocrasuite'");
    }

    @ParameterizedTest
    @CsvSource({"NUMERIC, 12a", "HEXADECIMAL, 0g", "NUMERIC, ''", "ALPHANUMERIC, ''"})
    void whatIsNoQuestionOfTheFormatIsNone(Format format, String text) {
        assertThat(Ocra.question(format, text)).isEmpty();
    }

    @Test
    void aQuestionHasAtMost128Bytes() {
        assertThat(Ocra.question(Format.ALPHANUMERIC, "q".repeat(128))).isPresent();
        assertThat(Ocra.question(Format.ALPHANUMERIC, "q".repeat(129))).isEmpty();
        assertThat(Ocra.question(Format.HEXADECIMAL, "0a".repeat(128))).isPresent();
        assertThat(Ocra.question(Format.NUMERIC, "9".repeat(300))).isPresent();
    }

    @Test
    void aSeedThatIsNoneHasNoResponses() {
        assertThat(Ocra.of(OcraSuite.read(OcraSuite.PRESET), Secret.of("xyz"), Secret.EMPTY))
                .isEqualTo(Optional.empty());
    }
}
