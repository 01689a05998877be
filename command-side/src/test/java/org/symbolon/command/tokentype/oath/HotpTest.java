package org.symbolon.command.tokentype.oath;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.events.shared.Secret;

class HotpTest {

    private static final Secret SEED_OF_RFC_4226 = seed(20);

    @ParameterizedTest
    @CsvSource({
        "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
        "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
    })
    void theValuesAreThoseOfRfc4226(long counter, String value) {
        assertThat(hotp(SEED_OF_RFC_4226, 6, HashAlgorithm.SHA1).value(counter)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "1, SHA1, 94287082", "1, SHA256, 46119246", "1, SHA512, 90693936",
        "37037036, SHA1, 07081804", "37037036, SHA256, 68084774", "37037036, SHA512, 25091201",
        "37037037, SHA1, 14050471", "37037037, SHA256, 67062674", "37037037, SHA512, 99943326",
        "41152263, SHA1, 89005924", "41152263, SHA256, 91819424", "41152263, SHA512, 93441116",
        "66666666, SHA1, 69279037", "66666666, SHA256, 90698825", "66666666, SHA512, 38618901",
        "666666666, SHA1, 65353130", "666666666, SHA256, 77737706", "666666666, SHA512, 47863826"
    })
    void theValuesAreThoseOfRfc6238(long step, HashAlgorithm algorithm, String value) {
        assertThat(hotp(seed(algorithm.keyBytes()), 8, algorithm).value(step)).isEqualTo(value);
    }

    @Test
    void aTenDigitValueIsTheWholeTruncatedHash() {
        assertThat(hotp(SEED_OF_RFC_4226, 10, HashAlgorithm.SHA1).value(0)).isEqualTo("1284755224");
        assertThat(hotp(SEED_OF_RFC_4226, 10, HashAlgorithm.SHA1).value(7)).isEqualTo("0082162583");
    }

    @ParameterizedTest
    @CsvSource({"4, 5224", "5, 55224", "7, 4755224", "9, 284755224"})
    void aValueIsCutToItsDigits(int digits, String value) {
        assertThat(hotp(SEED_OF_RFC_4226, digits, HashAlgorithm.SHA1).value(0)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MD5", "SHA1", "SHA224", "SHA256", "SHA384", "SHA512"})
    void everyHashFunctionGivesValues(HashAlgorithm algorithm) {
        for (long counter = 0; counter < 200; counter++) {
            assertThat(hotp(seed(algorithm.keyBytes()), 6, algorithm).value(counter))
                    .matches("\\d{6}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "3g", "zz", "0x31", "31 32"})
    void aSeedThatIsNoHexadecimalTextHasNoValues(String seed) {
        assertThat(Hotp.of(Secret.of(seed), 6, HashAlgorithm.SHA1)).isEmpty();
    }

    @Test
    void theCaseOfTheSeedDoesNotMatter() {
        assertThat(hotp(Secret.of("ABCDEF"), 6, HashAlgorithm.SHA1).value(5))
                .isEqualTo(hotp(Secret.of("abcdef"), 6, HashAlgorithm.SHA1).value(5));
    }

    @Test
    void noWindowIsSoWideThatItKeepsTheServerBusy() {
        Hotp hotp = hotp(SEED_OF_RFC_4226, 10, HashAlgorithm.SHA1);
        Secret last = Secret.of(hotp.value(Hotp.MOST_TRIED - 1));
        Secret beyond = Secret.of(hotp.value(Hotp.MOST_TRIED));

        assertThat(hotp.find(last, 0, Long.MAX_VALUE)).hasValue(Hotp.MOST_TRIED - 1);
        assertThat(hotp.find(beyond, 0, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void whoLogsInKeepsItBusyForATenthOfThat() {
        Hotp hotp = hotp(SEED_OF_RFC_4226, 10, HashAlgorithm.SHA1);
        Secret last = Secret.of(hotp.value(Hotp.MOST_TRIED_AT_LOGIN + 4));
        Secret beyond = Secret.of(hotp.value(Hotp.MOST_TRIED_AT_LOGIN + 5));

        assertThat(hotp.findAtLogin(last, 5, Long.MAX_VALUE)).hasValue(Hotp.MOST_TRIED_AT_LOGIN + 4);
        assertThat(hotp.findAtLogin(beyond, 5, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void aWindowIncludesItsBeginningAndExcludesItsEnd() {
        Hotp hotp = hotp(SEED_OF_RFC_4226, 6, HashAlgorithm.SHA1);

        assertThat(hotp.find(Secret.of("969429"), 3, 4)).hasValue(3);
        assertThat(hotp.find(Secret.of("969429"), 0, 3)).isEmpty();
        assertThat(hotp.find(Secret.of("969429"), 4, 10)).isEmpty();
        assertThat(hotp.find(Secret.of("755224"), -5, 1)).hasValue(0);
        assertThat(hotp.find(Secret.of("755224"), 0, 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "75522", "0755224", "755224 ", "７５５２２４"})
    void onlyTheExactDigitsMatch(String typed) {
        assertThat(hotp(SEED_OF_RFC_4226, 6, HashAlgorithm.SHA1).matches(0, Secret.of(typed)))
                .isFalse();
    }

    private static Hotp hotp(Secret seed, int digits, HashAlgorithm algorithm) {
        return Hotp.of(seed, digits, algorithm).orElseThrow();
    }

    /** The ASCII digits 1234567890 over and over, as in the vectors of the RFCs. */
    private static Secret seed(int length) {
        byte[] bytes = "1234567890".repeat(7).substring(0, length).getBytes(StandardCharsets.US_ASCII);
        return Secret.of(HexFormat.of().formatHex(bytes));
    }
}
