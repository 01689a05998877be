package org.symbolon.cli.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final StringWriter output = new StringWriter();
    private long milliseconds;

    @Test
    void redrawsItselfOnATerminal() {
        try (ProgressBar bar = bar(true)) {
            after(500);
            bar.at(500, 2000);
            after(500);
            bar.at(2000, 2000);
        }

        assertThat(output)
                .hasToString("\r[#######.......................]  25 %  500 of 2,000 events, 1,000/s\u001b[K"
                        + "\r[##############################] 100 %  2,000 of 2,000 events, 2,000/s\u001b[K"
                        + System.lineSeparator());
    }

    @Test
    void doesNotDrawFasterThanAnyoneCanSee() {
        ProgressBar bar = bar(true);

        for (int done = 1; done <= 10; done++) {
            after(50);
            bar.at(done, 100);
        }

        assertThat(output.toString().split("\r", -1)).hasSize(1 + 5);
    }

    @Test
    void printsALineNowAndThenElsewhere() {
        try (ProgressBar bar = bar(false)) {
            for (int done = 0; done < 10; done++) {
                bar.at(done * 100L, 1000);
                after(1000);
            }
        }

        assertThat(output.toString().lines())
                .containsExactly(
                        " 30 %  300 of 1,000 events, 100/s",
                        " 60 %  600 of 1,000 events, 100/s", " 90 %  900 of 1,000 events, 100/s");
    }

    @Test
    void copesWithNothingToDo() {
        try (ProgressBar bar = bar(true)) {
            after(1);
            bar.at(0, 0);
        }

        assertThat(output.toString()).contains("100 %  0 of 0 events, 0/s");
    }

    private ProgressBar bar(boolean terminal) {
        return new ProgressBar(
                new PrintWriter(output, true), terminal, "events", () -> TimeUnit.MILLISECONDS.toNanos(milliseconds));
    }

    private void after(long duration) {
        milliseconds += duration;
    }
}
