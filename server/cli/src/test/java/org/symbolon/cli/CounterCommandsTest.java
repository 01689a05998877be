package org.symbolon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CounterCommandsTest {
    private final FakeBackend backend = new FakeBackend();
    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void count() {
        backend.counters.values.put("failed", 12L);
        backend.counters.values.put("odd\nname", 0L);
    }

    private int run(String... arguments) {
        return CommandLineInterface.create(backend)
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }

    @Test
    void listsCounters() {
        assertThat(run("counter", "list")).isZero();

        assertThat(output.toString().lines()).containsExactly("NAME      VALUE", "failed    12", "odd?name  0");
    }

    @Test
    void countsUpAsTheNodeThatIsNamed() {
        assertThat(run("counter", "increase", "failed", "--node", "a")).isZero();

        assertThat(output).hasToString("failed is 13.%n".formatted());
        assertThat(backend.springArguments).containsExactly("--symbolon.node=a");
    }

    @Test
    void countsDownBelowZeroOnlyWhereAsked() {
        assertThat(run("counter", "decrease", "failed")).isZero();
        assertThat(run("counter", "decrease", "odd\nname")).isZero();
        assertThat(run("counter", "decrease", "--below-zero", "odd\nname")).isZero();

        assertThat(backend.counters.values).containsEntry("failed", 11L).containsEntry("odd\nname", -1L);
    }

    @Test
    void beginsAnew() {
        assertThat(run("counter", "reset", "failed")).isZero();

        assertThat(output).hasToString("failed is 0.%n".formatted());
        assertThat(backend.counters.values).containsEntry("failed", 0L);
    }

    @Test
    void needsToKnowWhatToDoAndWithWhich() {
        assertThat(run("counter")).isEqualTo(2);
        assertThat(run("counter", "reset")).isEqualTo(2);

        assertThat(errors.toString().lines()).hasSize(2).allMatch(line -> line.startsWith("symbolon: "));
    }
}
