package org.symbolon.policy.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparatorTest {

    private static boolean holds(Object left, String comparator, String right) {
        return Comparator.of(comparator).orElseThrow().against(right).test(left);
    }

    private static void assertIncomparable(Object left, String comparator, String right) {
        assertThatThrownBy(() -> holds(left, comparator, right)).isInstanceOf(IncomparableException.class);
    }

    @Test
    void knowsTheNamesOfTheWireOnly() {
        assertThat(Comparator.of("equals")).contains(Comparator.EQUALS);
        assertThat(Comparator.of("EQUALS")).isEmpty();
        assertThat(Comparator.of("=")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hotp      | equals   | hotp           | true",
                "hotp      | equals   | HOTP           | false",
                "''        | equals   | ''             | true",
                "hotp      | matches  | ho.*           | true",
                "hotp      | matches  | ot             | false",
                "hotp      | matches  | ho             | false",
                "HOTP      | matches  | (?i)ho.*       | true",
                "hotp      | matches  | 'x|p'          | true",
                "b         | in       | a,b            | true",
                "b         | in       | 'a,  b'        | true",
                "'b '      | in       | 'a,b ,c'       | true",
                "b         | in       | 'a,b ,c'       | false",
                "'a,b'     | in       | '\"a,b\",c'    | true",
                "a         | in       | '\"a,b\",c'    | false",
                "'a,b'     | in       | 'a\\,b'        | true",
                "'a\"b'    | in       | '\"a\\\"b\"'   | true",
                "'a\"b'    | in       | 'a\"b'         | true",
                "' a'      | in       | '\" a\"'       | true",
                "''        | in       | 'a,,b'         | true",
                "1         | <        | 2              | true",
                "2         | <        | 2              | false",
                "10        | <        | 9              | false",
                "-1        | <        | 0              | true",
                "10        | >        | 9              | true",
                "' 10 '    | >        | ' 9 '          | true",
                "''        | <        | 1              | true",
                "''        | >        | 0              | false"
            })
    void comparesTexts(String left, String comparator, String right, boolean expected) {
        assertThat(holds(left, comparator, right)).isEqualTo(expected);
        if (Comparator.of("!" + comparator).isPresent()) {
            assertThat(holds(left, "!" + comparator, right)).isEqualTo(!expected);
        }
    }

    @Test
    void aNumberNeverEqualsAText() {
        assertThat(holds(6, "equals", "6")).isFalse();
        assertThat(holds(6, "!equals", "6")).isTrue();
        assertThat(holds(true, "equals", "true")).isFalse();
        assertThat(holds(6, "in", "5,6")).isFalse();
    }

    @Test
    void nothingIsZeroAndNoText() {
        assertThat(holds(null, "<", "1")).isTrue();
        assertThat(holds(null, "equals", "")).isFalse();
        assertThat(holds(null, "in", "a,,b")).isFalse();
        assertThat(holds(null, "!in", "a,b")).isTrue();
    }

    @Test
    void numbersAreCompared() {
        assertThat(holds(6, "<", "7")).isTrue();
        assertThat(holds(6, ">", "7")).isFalse();
    }

    @Test
    void aListContainsItsElements() {
        assertThat(holds(List.of("realm1", "realm2"), "contains", "realm2")).isTrue();
        assertThat(holds(List.of("realm1", "realm2"), "contains", "realm")).isFalse();
        assertThat(holds(List.of("realm1"), "!contains", "realm2")).isTrue();
    }

    @Test
    void whatCannotBeComparedIsNeitherTrueNorFalse() {
        for (String sign : List.of("", "!")) {
            assertIncomparable("a text", sign + "contains", "a");
            assertIncomparable(null, sign + "contains", "a");
            assertIncomparable(6, sign + "matches", "6");
            assertIncomparable(null, sign + "matches", ".*");
            assertIncomparable("a", sign + "matches", "(");
            assertIncomparable("a", sign + "in", "a,\"b");
            assertIncomparable("a", sign + "in", "a,b\\");
        }
        assertIncomparable("many", "<", "2");
        assertIncomparable("1.5", ">", "1");
        assertIncomparable("1", "<", "two");
        assertIncomparable("1", "<", "");
    }

    @Test
    @Timeout(5)
    void anExpressionThatTakesTooLongCannotBeCompared() {
        assertIncomparable("a".repeat(5_000), "matches", "(a*)*b");
        assertIncomparable("a".repeat(5_000), "!matches", "(a|aa)+b");
    }
}
