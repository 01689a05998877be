package org.symbolon.api.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.api.kernel.ApiException;

class PercentTextTest {

    @ParameterizedTest
    @CsvSource({"a%41b, aAb", "a%4, a%4", "%, %", "%zz, %zz", "%4%41, %4A", "%c3%BC, \u00fc", "a+b, a+b", "%2F, /"})
    void pathsAreDecodedAndMalformedSequencesStandForThemselves(String raw, String decoded) {
        assertThat(PercentText.decodePath(raw)).isEqualTo(decoded);
    }

    @Test
    void aPlusSignIsABlankInFormsOnly() {
        assertThat(PercentText.decodeForm("a+b%2B")).isEqualTo("a b+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%ff", "%c3", "%ed%a0%80", "%00", "a\u0000"})
    void nulAndInvalidUtf8AreRefused(String raw) {
        assertThatThrownBy(() -> PercentText.decodeForm(raw)).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> PercentText.decodePath(raw)).isInstanceOf(ApiException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "a%41b, aAb",
        "100%, 100%",
        "a+b, a+b",
        "%ff, \ufffd",
        "\u00fc%c3%bc, \u00fc\u00fc",
        "%\u00fc41, %\u00fc41"
    })
    void theSecondDecodingForgives(String value, String decoded) {
        assertThat(PercentText.decodeAgain(value)).isEqualTo(decoded);
    }

    @Test
    void theSecondDecodingBringsInNoNul() {
        assertThatThrownBy(() -> PercentText.decodeAgain("a%00")).isInstanceOf(ApiException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|true",
                "curl/8.1|true",
                "Mozilla/5.0|true",
                "(x)|false",
                "eduMFA-cp/1.0|false",
                "eduMFA-LDAP-Proxy/1|false",
                "simpleSAMLphp|false",
                "edumfa-cp/1.0|true",
                "eduMFA-cpx|true",
                "PrivacyIDEA-CP/3|false",
                "privacyidea-ldap-proxy|false",
                "SIMPLESAMLPHP/2|false"
            })
    void theUserAgentDecidesAboutTheSecondDecoding(String userAgent, boolean decodesAgain) {
        assertThat(UserAgents.decodesAgain(userAgent == null ? "" : userAgent)).isEqualTo(decodesAgain);
    }
}
