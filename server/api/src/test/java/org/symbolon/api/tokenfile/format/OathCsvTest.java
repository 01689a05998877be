package org.symbolon.api.tokenfile.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.api.tokenfile.format.Reading.SEED;
import static org.symbolon.api.tokenfile.format.Reading.assertRefused;
import static org.symbolon.api.tokenfile.format.Reading.assertToken;
import static org.symbolon.api.tokenfile.format.Reading.only;
import static org.symbolon.api.tokenfile.format.Reading.tokens;
import static org.symbolon.api.tokenfile.format.TokenFileType.OATH;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OathCsvTest {

    private static final Map<String, String> PRESETS = Map.of("otplen", "6", "hashlib", "sha1");

    @Test
    void serialAndKeyMakeAHotpTokenOfSixDigits() {
        TokenRecord token = only(OATH, "S1, " + SEED);

        assertToken(token, "S1", "hotp", SEED, PRESETS);
        assertThat(token.counter()).isZero();
        assertThat(token.user()).isEqualTo(FileUser.NOBODY);
    }

    @Test
    void aHotpTokenHasLengthAndCounter() {
        TokenRecord token = only(OATH, "S1," + SEED + ",HOTP,8,12");

        assertToken(token, "S1", "hotp", SEED, Map.of("otplen", "8", "hashlib", "sha1"));
        assertThat(token.counter()).isEqualTo(12);
    }

    @Test
    void aTotpTokenHasLengthAndTimeStep() {
        TokenRecord token = only(OATH, "S1," + SEED + ",totp,8,60");

        assertToken(token, "S1", "totp", SEED, Map.of("otplen", "8", "hashlib", "sha1", "timeStep", "60"));
        assertThat(token.counter()).isZero();
        assertThat(only(OATH, "S1," + SEED + ",totp").parameters()).containsEntry("timeStep", "30");
    }

    @ParameterizedTest
    @CsvSource({"40,sha1", "56,sha224", "64,sha256", "96,sha384", "128,sha512", "42,sha1"})
    void theLengthOfTheKeyTellsTheHashFunction(int digits, String hash) {
        assertThat(only(OATH, "S1," + "a".repeat(digits) + ",totp").parameters())
                .containsEntry("hashlib", hash);
    }

    @Test
    void otherTypesHaveWhatTheyNeed() {
        List<TokenRecord> tokens = tokens(
                OATH,
                """
                S1, aa, daypassword, 8
                S2, aa, ocra, OCRA-1:HOTP-SHA1-6:QN08
                S3, aa, tan, 111222 333444
                S4, not-hexadecimal, vasco
                S5, secret, pw
                S6, , spass
                """);

        assertToken(
                tokens.get(0), "S1", "daypassword", "aa", Map.of("otplen", "8", "hashlib", "sha1", "timeStep", "30"));
        assertToken(tokens.get(1), "S2", "ocra", "aa", Map.of("ocrasuite", "OCRA-1:HOTP-SHA1-6:QN08"));
        assertToken(tokens.get(2), "S3", "tan", "aa", Map.of("tans", "111222 333444"));
        assertToken(tokens.get(3), "S4", "vasco", "not-hexadecimal", Map.of());
        assertToken(tokens.get(4), "S5", "pw", "secret", Map.of());
        assertToken(tokens.get(5), "S6", "spass", "", Map.of());
    }

    @Test
    void commentsAndEmptyLinesAreLeftOut() {
        List<TokenRecord> tokens = tokens(OATH, "\uFEFF# devices\r\n\r\nS1,aa\r\n   # S2,bb\r\nS3,cc");

        assertThat(tokens).extracting(TokenRecord::serial).containsExactly("S1", "S3");
        assertThat(tokens).extracting(TokenRecord::place).containsExactly("line 3", "line 5");
        assertThat(tokens(OATH, "# nothing")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"# version: 2", "#version:2", "# VERSION:  2  "})
    void inVersionTwoEachLineBeginsWithAUser(String header) {
        List<TokenRecord> tokens = tokens(
                OATH, header + "\nalice, ldap1, corp, S1, aa, hotp, 6, 12\n, , , S2, bb\n,,corp,S3,cc,totp,8,60");

        assertThat(tokens)
                .extracting(TokenRecord::user)
                .containsExactly(new FileUser("alice", "ldap1", "corp"), FileUser.NOBODY, new FileUser("", "", "corp"));
        assertToken(tokens.get(0), "S1", "hotp", "aa", PRESETS);
        assertThat(tokens.get(0).counter()).isEqualTo(12);
        assertThat(tokens.get(2).parameters()).containsEntry("timeStep", "60");
    }

    @Test
    void inVersionOneItDoesNot() {
        assertThat(only(OATH, "# version: 1\nS1,aa").serial()).isEqualTo("S1");
        assertThat(only(OATH, "S1,aa\n# version: 2").serial()).isEqualTo("S1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            S1                        | line 1 there are too few columns
            S1,aa;S2                  | line 2 there are too few columns
            # version: 2;a,b,c,S1     | line 2 there are too few columns
            # version: 2;S1,aa        | line 2 there are too few columns
            ,aa                       | line 1 the serial is missing
            S1,                       | line 1 the key is missing or no hexadecimal number
            S1,abc                    | line 1 the key is missing or no hexadecimal number
            serial,key                | line 1 the key is missing or no hexadecimal number
            S1,zz,totp                | line 1 the key is missing or no hexadecimal number
            S1,aa,hotp,six            | line 1 the length of a value is no number
            S1,aa,totp,-6             | line 1 the length of a value is no number
            S1,aa,totp,6,x            | line 1 the time step is no number
            S1,aa,hotp,6,x            | line 1 the counter is no number from 0 to 2147483647
            S1,aa,hotp,6,-1           | line 1 the counter is no number from 0 to 2147483647
            S1,aa,hotp,6,2147483648   | line 1 the counter is no number from 0 to 2147483647
            S1,aa,hotp,6,99999999999  | line 1 the counter is no number from 0 to 2147483647
            """)
    void whatIsMalformedIsRefusedByItsPlace(String file, String fault) {
        assertRefused(OATH, file.replace(";", "\n"), 304, "In " + fault + ". No token was imported.");
    }

    @Test
    void laterVersionsAreUnknown() {
        assertRefused(
                OATH,
                "# version: 3\nS1,aa",
                304,
                "Only the versions 1 and 2 of the format are known. No token was imported.");
    }

    @Test
    void aFileIsNotTooLong() {
        AtomicInteger told = new AtomicInteger();
        String file = IntStream.range(0, TokenFile.MOST_TOKENS)
                .mapToObj(number -> "S" + number + ",aa\n")
                .collect(Collectors.joining());

        OATH.read(FileText.of(file), Reading.NO_OPTIONS).tell(token -> told.incrementAndGet());
        assertThat(told).hasValue(TokenFile.MOST_TOKENS);
        assertRefused(OATH, file + "S,aa", 304, "A file may have 500000 tokens at most.");
    }

    @Test
    void aLineIsNotTooLong() {
        assertRefused(
                OATH,
                "S1,aa\rS2," + "a".repeat(65_536),
                304,
                "In line 2 there are more than 65536 characters. No token was imported.");
    }
}
