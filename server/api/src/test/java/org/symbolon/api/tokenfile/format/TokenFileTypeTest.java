package org.symbolon.api.tokenfile.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.symbolon.api.tokenfile.format.Reading.assertRefused;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.tokenfile.format.PskcOptions.MacRule;

class TokenFileTypeTest {

    @ParameterizedTest
    @CsvSource({
        "aladdin-xml,ALADDIN",
        "oathcsv,OATH",
        "OATH CSV,OATH",
        "yubikeycsv,YUBIKEY",
        "Yubikey CSV,YUBIKEY",
        "pskc,PSKC"
    })
    void aFormatHasNames(String name, TokenFileType type) {
        assertThat(TokenFileType.of(name)).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuch", "", "PSKC", "oath csv"})
    void anotherNameIsUnknown(String name) {
        assertThat(catchThrowable(() -> TokenFileType.of(name)))
                .isInstanceOf(ApiException.class)
                .hasMessage("ERR301: Unknown file type: >>" + name + "<<. We only know the types: >>aladdin-xml,"
                        + " oathcsv, OATH CSV, yubikeycsv, Yubikey CSV, pskc<<");
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyFileIsRefused(TokenFileType type) {
        assertRefused(type, "", 905, "Error loading token file. File empty!");
        assertRefused(type, "\uFEFF \n\t", 905, "Error loading token file. File empty!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "00112233445566778899aabbccddeef", "00112233445566778899aabbccddeefg"})
    void aSharedKeyIsSixteenBytes(String key) {
        assertThat(catchThrowable(() -> PskcOptions.of(key, "", "no_check")))
                .hasMessage("ERR301: The Pre Shared Key must be 128 Bit hex encoded. It must be 32 characters long!");
    }

    @Test
    void aRuleForMacsHasAName() {
        assertThat(PskcOptions.of("", "", "check_fail_soft").macRule()).isEqualTo(MacRule.CHECK_FAIL_SOFT);
        assertThat(catchThrowable(() -> PskcOptions.of("", "", "soft")))
                .hasMessage("ERR905: Parameter 'pskcValidateMAC' must be one of check_fail_hard, check_fail_soft,"
                        + " no_check");
    }

    @Test
    void nothingPrintsASecret() {
        TokenRecord token = TokenRecord.of("line 1", "S1", "tan", "0badcafe").with("tans", "0badcafe");
        PskcOptions options = PskcOptions.of("0badcafe".repeat(4), "0badcafe", "no_check");

        assertThat(token.parameters()).isEqualTo(Map.of("tans", "0badcafe"));
        assertThat(token + " " + options).doesNotContain("0badcafe");
    }
}
