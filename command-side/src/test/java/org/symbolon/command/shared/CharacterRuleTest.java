package org.symbolon.command.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.support.Chance;

class CharacterRuleTest {

    private static final String NOT_ALLOWED = "Not allowed character in PIN!";

    @ParameterizedTest
    @CsvSource({
        "c, a",
        "c, A!1",
        "n, 7",
        "s, #",
        "cn, a1",
        "cns, a1!",
        "+cn, a",
        "+cn, 1",
        "+cn, a!",
        "-s, a1",
        "-n, a!",
        "-cn, !!",
        "[abc], cab",
        "[a]b], a]b",
        "-s, ''",
        "[abc], ''"
    })
    void textsThatFit(String rule, String text) {
        assertThat(CharacterRule.of(rule).complaint(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "n, a, Missing character in PIN: 0123456789",
        "cn, !, 'Missing character in PIN: abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ,0123456789'",
        "n, '', Missing character in PIN: 0123456789",
        "+n, a, Missing character in PIN: 0123456789",
        "-n, a1, Not allowed character in PIN!",
        "-cns, a, Not allowed character in PIN!",
        "cn, a1ß, Not allowed character in PIN!",
        "[abc], abd, Not allowed character in PIN!"
    })
    void textsThatDoNot(String rule, String text, String complaint) {
        assertThat(CharacterRule.of(rule).complaint(text)).contains(complaint);
    }

    @Test
    void aTextBeyondTheBasicPlaneIsNotAllowed() {
        assertThat(CharacterRule.of("[😀a]").complaint("😀")).contains(NOT_ALLOWED);
        assertThat(CharacterRule.of("c").complaint("😀")).contains(NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "c n", "[]", "[abc", "abc]", "+", "-", "C"})
    void whatIsNoRule(String written) {
        assertThatThrownBy(() -> CharacterRule.of(written))
                .isInstanceOf(Refusal.class)
                .hasMessage("Unknown character specifier in PIN policy.");
    }

    @ParameterizedTest
    @CsvSource({
        "c, [A-Za-z]{6}",
        "n, [0-9]{6}",
        "cn, [A-Za-z0-9]{6}",
        "+cn, [A-Za-z0-9]{6}",
        "-n, [^0-9]{6}",
        "[abc], [abc]{6}",
        "cns, [!-~]{6}",
        "-s, [A-Za-z0-9]{6}"
    })
    void whatIsMadeUpFits(String written, String pattern) {
        CharacterRule rule = CharacterRule.of(written);
        for (long seed = 0; seed < 200; seed++) {
            String made = rule.generate(6, Chance.seeded(seed));

            assertThat(made).matches(pattern);
            assertThat(rule.complaint(made)).isEmpty();
        }
    }

    @Test
    void whatIsTooShortForEachKindHasWhatFits() {
        assertThat(CharacterRule.of("cns").generate(2, Chance.seeded(1))).hasSize(2);
    }

    @Test
    void nothingCanBeMadeOfNothing() {
        assertThatThrownBy(() -> CharacterRule.of("-cns").generate(2, Chance.seeded(1)))
                .isInstanceOf(Refusal.class);
        assertThat(CharacterRule.of("[" + characters() + "]").generate(300, Chance.seeded(1)))
                .hasSize(300);
    }

    /** More of them than one byte can tell apart. */
    private static String characters() {
        StringBuilder text = new StringBuilder();
        for (char character = 'À'; text.length() < 400; character++) {
            text.append(character);
        }
        return text.toString();
    }
}
