package org.symbolon.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.symbolon.policy.matching.PolicyRefusal;

class PolicyPatternTest {

    private static final String REFUSAL = "A policy has a regular expression that cannot be followed.";

    @Test
    void findsWhatAnExpressionDescribes() {
        assertThat(PolicyPattern.isFoundIn("OATH0001", "^OATH")).isTrue();
        assertThat(PolicyPattern.isFoundIn("HOTP0001", "^OATH")).isFalse();
    }

    @Test
    void replacesWhatAnExpressionDescribes() {
        assertThat(PolicyPattern.replacedIn("corp_emma", "^corp_(.*)", "\\1")).isEqualTo("emma");
    }

    @Test
    void refusesWhatIsMalformed() {
        assertThatThrownBy(() -> PolicyPattern.isFoundIn("a", "("))
                .isInstanceOf(PolicyRefusal.class)
                .hasMessage(REFUSAL);
        assertThatThrownBy(() -> PolicyPattern.replacedIn("a", "a", "\\7"))
                .isInstanceOf(PolicyRefusal.class)
                .hasMessage(REFUSAL);
    }

    @Test
    void givesUpAnExpressionThatWouldNotComeToAnEnd() {
        String text = "a".repeat(200);
        String expression = "^.*.*.*.*.*!";

        assertThatThrownBy(() -> PolicyPattern.isFoundIn(text, expression)).hasMessage(REFUSAL);
        assertThatThrownBy(() -> PolicyPattern.replacedIn(text, expression, "")).hasMessage(REFUSAL);
    }
}
