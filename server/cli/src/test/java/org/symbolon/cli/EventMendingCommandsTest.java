package org.symbolon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventMendingCommandsTest {
    private final FakeBackend backend = new FakeBackend();
    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int run(String... arguments) {
        return CommandLineInterface.create(backend)
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }

    @Test
    void saysThatAllCanBeRead() {
        assertThat(run("events", "check")).isZero();

        assertThat(output.toString().lines())
                .containsExactly(
                        "5,678 events were read, 0 cannot be.", "Event 3 was left out at noon by command line: noise.");
        assertThat(backend.onlyRead).isTrue();
    }

    @Test
    void namesEachThatCannotBeRead() {
        backend.mending.unreadable.add("Event 7, the TokenDisabled, cannot be used.");

        assertThat(run("events", "check")).isEqualTo(1);

        assertThat(output.toString().lines())
                .startsWith("5,678 events were read, 1 cannot be.", "Event 7, the TokenDisabled, cannot be used.");
    }

    @Test
    void namesThoseThatReadModelsLack() {
        backend.mending.lacking.add("event 9, RequestAnswered: a read model fails on it");

        assertThat(run("events", "check")).isEqualTo(1);

        assertThat(output.toString().lines())
                .endsWith(
                        "Read models lack these events until 'symbolon projections rebuild' makes them anew:",
                        "event 9, RequestAnswered: a read model fails on it");
    }

    @Test
    void leavesOneOut() {
        assertThat(run("events", "skip", "--index", "7", "--reason", "of a test"))
                .isZero();

        assertThat(backend.mending.decisions).containsExactly("skip 7 of a test");
        assertThat(output.toString().lines()).containsExactly("Event 7 was left out.");
    }

    @Test
    void repairsOneWithAFileAndSaysWhatIsStillToBeDone(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("payload.json"), "{\"serial\":\"A\"}\n");
        backend.mending.rebuildIsDue = true;

        assertThat(run("events", "repair", "--index", "7", "--payload", file.toString()))
                .isZero();

        assertThat(backend.mending.decisions).containsExactly("repair 7 {\"serial\":\"A\"} ");
        assertThat(output.toString().lines())
                .containsExactly(
                        "Event 7 was repaired.",
                        "Read models do not show that yet. When all such events are corrected, make them anew:"
                                + " symbolon projections rebuild");
    }

    @Test
    void wantsAReasonToLeaveOneOut() {
        assertThat(run("events", "skip", "--index", "7")).isEqualTo(2);

        assertThat(errors.toString()).contains("--reason");
        assertThat(backend.mending.decisions).isEmpty();
    }

    @Test
    void aRebuildWithoutSomeEventsEndsWithAnExitCodeThatSaysSo() {
        backend.maintenance.unreadable.add("event 9, TokenDisabled of token/A: it is not such an event");

        assertThat(run("projections", "rebuild")).isEqualTo(1);

        assertThat(output.toString().lines())
                .endsWith(
                        "Events that cannot be read are missing in them, and what happened to the same things later:",
                        "event 9, TokenDisabled of token/A: it is not such an event");
    }
}
