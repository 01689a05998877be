package org.symbolon.policy.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.events.policy.PolicyText;

class NameListTest {

    private static NameList list(String text) {
        return new NameList(PolicyText.list(text));
    }

    @Test
    void anEmptyListIsForEverybody() {
        assertThat(list("").admits("anybody")).isTrue();
        assertThat(list("").admits("")).isTrue();
        assertThat(list("").admitsOneOf(List.of("a", "b"))).isTrue();
        assertThat(list("").admitsIgnoringExclusions("anybody")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alice          | alice   | true",
                "alice          | Alice   | false",
                "alice          | alice2  | false",
                "bob, alice     | alice   | true",
                "*              | anybody | true",
                "*              | ''      | true",
                "alice          | ''      | false",
                "*, -admin      | alice   | true",
                "*, -admin      | admin   | false",
                "-admin, *      | admin   | false",
                "*, !admin      | admin   | false",
                "alice, !alice  | alice   | false",
                "-admin         | alice   | false",
                "-admin         | admin   | false",
                "-admin         | -admin  | true",
                "*, -adm.*      | admin   | true",
                "al.*           | alice   | true",
                "al.*           | Alice   | false",
                "(?i)al.*       | ALICE   | true",
                "al.*           | malice  | false",
                "ab*            | a       | true",
                "ab?c           | ac      | true",
                "ab{2}c         | abbc    | true",
                "ab+.*          | ac      | false",
                "abc.*          | ab      | false",
                "'b|a.*'        | ac      | true",
                "[ab].+         | bob     | true",
                "'a|b'          | axxx    | true",
                "'a|b'          | xxxb    | true",
                "'a|b'          | xxax    | false",
                "'(a|b)'        | axxx    | false",
                "\\w+           | müller  | true",
                "(?a)\\w+       | müller  | false",
                "(?i)MÜ.*       | müller  | true",
                "a\\Z           | a       | true",
                "a{2}           | aa      | true",
                "a{x}           | a{x}    | true",
                "{a             | {a      | true",
                "a{}.           | a{}b    | true",
                "[[a]+          | [a[     | true",
                "[a&&b]+        | a&b     | true",
                "[]a]+          | a]      | true",
                "[^]a]+         | b       | true",
                "[^]a]+         | ]       | false",
                "(?P<x_1>.)(?P=x_1) | bb  | true",
                "(?P<x_1>.)(?P=x_1) | bc  | false"
            })
    void findsNames(String entries, String name, boolean admitted) {
        assertThat(list(entries).admits(name)).isEqualTo(admitted);
    }

    @Test
    void aDotIsNoEndOfALine() {
        assertThat(list("al.*").admits("al\nice")).isFalse();
        assertThat(list("(?s)al.*").admits("al\nice")).isTrue();
        assertThat(list("al.*").admits("al\r\u2028ice")).isTrue();
    }

    @Test
    void signsMeanNothingWhereExclusionsAreIgnored() {
        assertThat(list("*, -corp").admitsIgnoringExclusions("corp")).isTrue();
        assertThat(list("-corp").admitsIgnoringExclusions("corp")).isFalse();
        assertThat(list("co.*, !corp").admitsIgnoringExclusions("corp")).isTrue();
    }

    @Test
    void ofSeveralNamesOneIsEnoughAndExpressionsDoNotCount() {
        assertThat(list("b").admitsOneOf(List.of("a", "b"))).isTrue();
        assertThat(list("*").admitsOneOf(List.of("a", "b"))).isTrue();
        assertThat(list("[ab]").admitsOneOf(List.of("a", "b"))).isFalse();
        assertThat(list("c").admitsOneOf(List.of("a", "b"))).isFalse();
    }

    @Test
    void ofSeveralNamesNoneMayBeTakenOut() {
        assertThat(list("*, -a").admitsOneOf(List.of("a", "b"))).isFalse();
        assertThat(list("b, !a").admitsOneOf(List.of("a", "b"))).isFalse();
    }

    @Test
    void aListOfOneNameIsThatName() {
        assertThat(list("[ab]").admitsOneOf(List.of("a"))).isTrue();
        assertThat(list("*, -a").admitsOneOf(List.of("a"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[a", "*lice", "+", "bob, (?<n"})
    void aMalformedExpressionIsRefusedUnlessAnotherEntryDecides(String entries) {
        assertThatThrownBy(() -> list(entries).admits("alice"))
                .isInstanceOf(PolicyRefusal.class)
                .hasMessage("A policy has a regular expression that is malformed or takes too long.");
        assertThat(list(entries + ", alice").admits("alice")).isTrue();
        assertThat(list(entries + ", -alice").admits("alice")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+b", "(a|aa)+b", "(.*a){20}b", "(x|a)*b"})
    @Timeout(5)
    void anExpressionThatTakesTooLongOrTooDeepIsRefused(String entry) {
        NameList list = list(entry);
        String name = "a".repeat(50_000);

        long began = System.nanoTime();
        assertThatThrownBy(() -> list.admits(name)).isInstanceOf(PolicyRefusal.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }
}
