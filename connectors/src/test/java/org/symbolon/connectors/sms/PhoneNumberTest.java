package org.symbolon.connectors.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.smsgateway.port.TextNotSentException;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "'/[+]//', 49 151 0005",
        "'/^\\+(\\d+)/00\\1/', 0049 151 0005",
        "'/^\\+(?P<land>\\d+) /0\\g<land>-/', 049-151 0005",
        "'/(\\d) (\\d)/\\g<1>\\/\\2/', +49/151/0005",
        "'/^/$1/', $1+49 151 0005",
        "'/x/y/', +49 151 0005"
    })
    void aRuleRewritesAllThatItFits(String rule, String number) {
        assertThat(PhoneNumber.of(Gateways.of("Any", "REGEXP", rule), Gateways.MESSAGE))
                .isEqualTo(number);
    }

    @Test
    void withoutARuleItStays() {
        assertThat(PhoneNumber.of(Gateways.of("Any"), Gateways.MESSAGE)).isEqualTo("+49 151 0005");
        assertThat(PhoneNumber.plain(Gateways.of("Any"), Gateways.to("0151/00-05")))
                .isEqualTo("0151/00-05");
    }

    @Test
    void aRuleThatTriesEverythingIsBrokenOff() {
        assertThatThrownBy(() ->
                        PhoneNumber.of(Gateways.of("Any", "REGEXP", "/\\d*\\d*\\d*x/y/"), Gateways.to("1".repeat(200))))
                .hasMessage("The SMS gateway gate is not defined so that it can be used (REGEXP is malformed)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-rf", "a@b", "1,2", "1\n2", "1;id", "<1>", "1\"", "", " "})
    void whatIsNoNumberGoesIntoNoAddressAndNoCommand(String number) {
        assertThatThrownBy(() -> PhoneNumber.plain(Gateways.of("Any"), Gateways.to(number)))
                .isInstanceOf(TextNotSentException.class)
                .hasMessage("The SMS gateway gate was not asked, since the number is none that can be sent to");
    }
}
