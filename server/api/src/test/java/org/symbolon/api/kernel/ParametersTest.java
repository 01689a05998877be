package org.symbolon.api.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {

    @Test
    void flagsFollowTheTruthyRule() {
        for (Object yes : List.<Object>of(1, 1L, 1.0, true, "1", "true", "True", "TRUE")) {
            assertThat(with(yes).flag("x")).as("%s", yes).isTrue();
        }
        for (Object no : Arrays.asList(0, 2, false, "", "yes", "tRue", List.of(), null)) {
            assertThat(with(no).flag("x")).as("%s", no).isFalse();
        }
    }

    @Test
    void someFlagsOnlyHaveToBeFilled() {
        for (Object yes : List.<Object>of(1, true, "0", "no", List.of(1))) {
            assertThat(with(yes).filled("x")).as("%s", yes).isTrue();
        }
        for (Object no : Arrays.asList(0, 0.0, false, "", List.of(), Map.of(), null)) {
            assertThat(with(no).filled("x")).as("%s", no).isFalse();
        }
    }

    @Test
    void integersComeAsTextOrNumber() {
        assertThat(with(" -7 ").integer("x", 0)).isEqualTo(-7);
        assertThat(with(5.0).integer("x", 0)).isEqualTo(5);
        assertThat(with(null).integer("x", 3)).isEqualTo(3);
    }

    @Test
    void momentsHaveAYearOfFourDigits() {
        assertThat(with("9999-12-31T23:59:59Z").moment("x")).contains(Instant.parse("9999-12-31T23:59:59Z"));
        assertThat(with("0001-01-01T00:00:00Z").moment("x")).contains(Instant.parse("0001-01-01T00:00:00Z"));
        assertThat(with("").moment("x")).isEmpty();
        for (String wrong : List.of("+10000-01-01T00:00Z", "+999999999-12-31T23:59Z", "0000-12-31T23:59Z", "now")) {
            assertThatThrownBy(() -> with(wrong).moment("x"))
                    .as(wrong)
                    .hasMessage("ERR905: Parameter 'x' must be a time as in 2026-11-24T12:34:00Z");
        }
    }

    @Test
    void whatIsNoIntegerIsRefused() {
        for (Object wrong : List.<Object>of("", "abc", "1.5", 1.5, "99999999999", 1e300, true, List.of(), Double.NaN)) {
            assertThatThrownBy(() -> with(wrong).integer("x"))
                    .as("%s", wrong)
                    .hasMessage("ERR905: Parameter 'x' must be a number");
        }
    }

    @Test
    void textsMustBeTexts() {
        assertThat(with("").required("x")).isEmpty();
        assertThat(with("").nonEmptyText("x")).isEmpty();
        assertThatThrownBy(() -> with(12).required("x")).hasMessage("ERR905: Parameter 'x' must be a text");
        assertThatThrownBy(() -> with(null).required("x")).hasMessage("ERR905: Missing parameter: 'x'");
        assertThatThrownBy(() -> with("").requiredNonEmpty("x")).hasMessage("ERR905: Parameter 'x' must not be empty");
    }

    @Test
    void printedValuesReadAsInPython() {
        assertThat(with(true).printed("x")).contains("True");
        assertThat(with(12).printed("x")).contains("12");
        assertThatThrownBy(() -> with(List.of()).printed("x")).isInstanceOf(ApiException.class);
    }

    @Test
    void listsComeAsListOrSeparatedByCommas() {
        assertThat(with("a, b,,c ").list("x")).containsExactly("a", "b", "c");
        assertThat(with(List.of("a,b", 1)).list("x")).containsExactly("a,b", "1");
        assertThat(with("").list("x")).isEmpty();
        assertThatThrownBy(() -> with(List.of(List.of())).list("x")).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> with(Arrays.asList("a", null)).list("x")).isInstanceOf(ApiException.class);
    }

    @Test
    void objectsComeAsObjectOrAsJsonText() {
        assertThat(with("{\"a\": 1}").object("x")).contains(Map.of("a", 1));
        assertThat(with(null).object("x")).isEmpty();
        assertThatThrownBy(() -> with("a").object("x")).hasMessage("ERR905: Parameter 'x' must be an object");
        assertThatThrownBy(() -> with(List.of()).object("x")).isInstanceOf(ApiException.class);
    }

    @Test
    void valuesAreNeverPrinted() {
        assertThat(with("1234secret")).hasToString("Parameters[x][]");
    }

    private static Parameters with(Object value) {
        Map<String, Object> values = new HashMap<>();
        values.put("x", value);
        return Parameters.of(values);
    }
}
