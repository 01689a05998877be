package org.symbolon.api.tokenfile.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.api.tokenfile.format.Reading.SEED;
import static org.symbolon.api.tokenfile.format.Reading.assertRefused;
import static org.symbolon.api.tokenfile.format.Reading.assertToken;
import static org.symbolon.api.tokenfile.format.Reading.only;
import static org.symbolon.api.tokenfile.format.Reading.tokens;
import static org.symbolon.api.tokenfile.format.TokenFileType.YUBIKEY;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YubikeyCsvTest {

    private static final String AES = "000102030405060708090a0b0c0d0e0f";

    @Test
    void aYubikeyInTheTraditionalLayout() {
        TokenRecord token = only(
                YUBIKEY, "Yubico OTP,01/02/2024 10:00,1,llnnrrttuuvv,010203040506," + AES + ",,,0,0,0,0,0,0,0,0,0,0");

        assertToken(
                token, "UBAM187723572702975_1", "yubikey", AES, Map.of("otplen", "44", "description", "llnnrrttuuvv"));
    }

    @Test
    void aHotpTokenInTheTraditionalLayout() {
        TokenRecord token = only(YUBIKEY, "OATH-HOTP,01/02/2024 10:00,2,CCCB,0," + SEED + ",,,0");

        assertToken(
                token, "UBOM00000001_2", "hotp", SEED, Map.of("otplen", "6", "hashlib", "sha1", "description", "CCCB"));
    }

    @Test
    void aYubikeyInTheLayoutOfYubico() {
        TokenRecord token = only(YUBIKEY, "700123,cccccclulvjb,0a0b0c0d0e0f," + AES + ",,2024-02-01T10:00:00,");

        assertToken(token, "UBAM700123_X", "yubikey", AES, Map.of("otplen", "44", "description", "cccccclulvjb"));
    }

    @Test
    void aHotpTokenInTheLayoutOfYubico() {
        TokenRecord token = only(YUBIKEY, "700124,,0," + SEED + ",,2024-02-01T10:01:00,");

        assertToken(token, "UBOM700124_X", "hotp", SEED, Map.of("otplen", "6", "hashlib", "sha1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOGGING START,01/02/2024 10:00",
                "Static Password,01/02/2024 10:00,1,cccb,,00,,",
                "Yubico OTP,01/02/2024 10:00,1,,010203040506,00,,",
                "OATH-HOTP,01/02/2024 10:00,1,,0,00,,",
                "700125,cccccclulvjb,,00,,2024,",
                "Yubico OTP,01/02/2024 10:00,1,cccb,00",
                "something else,a,b,c,d,e,f",
                "# a comment,,,,,,"
            })
    void staticPasswordsAndWhatIsNoKeyAreLeftOut(String line) {
        assertThat(tokens(YUBIKEY, line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyz", "cccccccccccccccccccccccccccccccccc", "0123"})
    void aPublicIdThatNoYubikeyTypesIsRefused(String publicId) {
        assertRefused(
                YUBIKEY,
                "Yubico OTP,,1," + publicId + ",00," + AES,
                304,
                "In line 1 the public id is none of up to 32 letters of a Yubikey. No token was imported.");
    }

    @Test
    void aHotpTokenNeedsAKey() {
        assertRefused(
                YUBIKEY,
                "700124,,0,,,2024,",
                304,
                "In line 1 the key is missing or no hexadecimal number. No token was imported.");
    }
}
