package org.symbolon.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplacementTextTest {

    private static String replaced(String text, String search, String replacement) {
        return text.replaceAll(search, ReplacementText.inJava(replacement));
    }

    @Test
    void groupsAreNamedByTheirNumberOrName() {
        assertThat(replaced("corp_anna", "^corp_(.*)", "\\1")).isEqualTo("anna");
        assertThat(replaced("anna.corp", "(\\w+)\\.(\\w+)", "\\g<2>-\\g<1>")).isEqualTo("corp-anna");
        assertThat(replaced("anna", "(?<name>\\w+)", "\\g<name>!")).isEqualTo("anna!");
    }

    @Test
    void everythingElseStandsForItself() {
        assertThat(replaced("a", "a", "$1")).isEqualTo("$1");
        assertThat(replaced("a", "a", "{x}")).isEqualTo("{x}");
        assertThat(replaced("a", "a", "\\\\")).isEqualTo("\\");
        assertThat(replaced("a", "a", "")).isEmpty();
    }
}
