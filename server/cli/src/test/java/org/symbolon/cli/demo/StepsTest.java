package org.symbolon.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class StepsTest {
    private final StringWriter output = new StringWriter();
    private final Steps steps = new Steps(new PrintWriter(output), false);

    @Test
    void printsWhatASingleStepDoesAndWhatCameOfIt() {
        steps.step("First", () -> {
            steps.note("GET /");
            return "fine";
        });

        assertThat(output).hasToString("%n  1. First%n       GET /%n     ok fine%n".formatted());
        assertThat(steps.failed()).isEmpty();
    }

    @Test
    void goesOnAfterAStepThatIsNotAsItShouldBe() {
        steps.step("First", () -> {
            throw new UnexpectedException("it should be green");
        });
        steps.step("Second", () -> "fine");

        assertThat(output.toString()).contains("FAILED it should be green").contains("ok fine");
        assertThat(steps.count()).isEqualTo(2);
        assertThat(steps.failed()).containsExactly(1);
    }

    @Test
    void stopsAfterAnEssentialStepThatFails() {
        assertThatThrownBy(() -> steps.essential(
                        "First",
                        () -> {
                            throw new IllegalStateException("broken");
                        },
                        Object::toString))
                .isInstanceOf(Steps.StoppedException.class);

        assertThat(output.toString()).contains("FAILED java.lang.IllegalStateException: broken");
        assertThat(steps.failed()).containsExactly(1);
    }
}
