package org.symbolon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.symbolon.cli.periodictask.PeriodicTasks;

class CronCommandsTest {
    private final FakeBackend backend = new FakeBackend();
    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int run(String... arguments) {
        return CommandLineInterface.create(backend)
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }

    private void ends(String task, String failure) {
        backend.tasks.runs.add(new PeriodicTasks.Run(task, failure));
    }

    @Test
    void listsTasks() {
        assertThat(run("cron", "list")).isZero();

        assertThat(output.toString().lines())
                .containsExactly(
                        "ACTIVE  ID  NAME    INTERVAL   MODULE        NODES  OPTIONS",
                        "yes     3   count   0 0 * * *  SimpleStats   a, b   assigned_tokens=True, total_tokens=1",
                        "no      12  other?  @hourly    EventCounter  a");
    }

    @Test
    void runsWhatIsDueOnTheNode() {
        ends("one", "");

        assertThat(run("cron", "run", "--node", "a")).isZero();

        assertThat(output).hasToString("one has run.%n".formatted());
        assertThat(backend.springArguments).containsExactly("--symbolon.node=a");
    }

    @Test
    void saysThatNothingIsDue() {
        assertThat(run("cron", "run")).isZero();
        assertThat(output).hasToString("No task is due.%n".formatted());
    }

    @Test
    void failsIfATaskFails() {
        ends("one", "");
        ends("two", "the option stats_key is missing");

        assertThat(run("cron", "run", "-c")).isEqualTo(1);

        assertThat(output.toString()).isEmpty();
        assertThat(errors).hasToString("two failed: the option stats_key is missing%n".formatted());
    }

    @Test
    void saysWhatWouldRunWithoutRunningIt() {
        ends("one", "");

        assertThat(run("cron", "run", "-d")).isZero();

        assertThat(output).hasToString("one is due.%n".formatted());
        assertThat(backend.tasks.started).isEmpty();
    }

    @Test
    void runsOneTaskInAnyCase() {
        ends("one", "");

        assertThat(run("cron", "run-manually", "-t", "one")).isZero();

        assertThat(backend.tasks.started).containsExactly("one");
        assertThat(output).hasToString("one has run.%n".formatted());
    }

    @Test
    void saysWhyTheOneTaskFailed() {
        ends("one", "no disk");

        assertThat(run("cron", "run-manually", "--task=one")).isEqualTo(1);

        assertThat(errors).hasToString("symbolon: one failed: no disk%n".formatted());
    }

    @Test
    void needsToBeToldWhichTask() {
        assertThat(run("cron", "run-manually")).isEqualTo(2);
        assertThat(run("cron")).isEqualTo(2);
    }

    @Test
    void explainsItself() {
        assertThat(run("cron", "run", "--help")).isZero();
        assertThat(output.toString()).contains("--dry-run", "--node", "--data");
    }

    @Test
    void goesByTheNamesOfEduMfa() {
        ends("one", "");

        assertThat(run("cron", "run_scheduled", "--dryrun", "-n", "a")).isZero();
        assertThat(run("cron", "run_manually", "-t", "one", "-n", "b")).isZero();

        assertThat(backend.springArguments).containsExactly("--symbolon.node=a", "--symbolon.node=b");
    }
}
