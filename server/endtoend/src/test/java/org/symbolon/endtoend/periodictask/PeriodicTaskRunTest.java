package org.symbolon.endtoend.periodictask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.periodictask.PeriodicTasks;
import org.symbolon.cli.periodictask.PeriodicTasks.Run;
import org.symbolon.command.eventcounter.IncreaseEventCounter;
import org.symbolon.command.periodictask.FinishTaskRun;
import org.symbolon.command.periodictask.FinishTaskRun.Outcome;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Patience;
import org.symbolon.endtoend.harness.Tenant;

/** Runs periodic tasks on a server whose own clock stands still, so that each run is one that a test has asked for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeriodicTaskRunTest {

    private static final String EVERY_SECOND = "* * * * * *";
    private static final int AT_ONCE = 6;

    @TempDir
    private static Path data;

    private InProcessServer server;
    private ApiClient admin;
    private PeriodicTasks tasks;
    private final List<Integer> defined = new ArrayList<>();

    @BeforeAll
    void start() {
        server = InProcessServer.start(data, "--symbolon.task-pause=0s");
        admin = server.admin();
        tasks = server.bean(PeriodicTasks.class);
        admin.post("/token/init", "type", "hotp", "serial", "HARD", "genkey", "1");
        admin.post("/token/info/HARD/tokenkind", "value", "hardware");
        admin.post("/token/init", "type", "spass", "serial", "SOFT");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @AfterEach
    void deleteTasks() {
        defined.forEach(task -> admin.delete("/periodictask/" + task));
        defined.clear();
    }

    private int define(String name, String... over) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of(
                "name",
                name,
                "interval",
                EVERY_SECOND,
                "nodes",
                "tested",
                "taskmodule",
                "SimpleStats",
                "ordering",
                "0"));
        for (int index = 0; index < over.length; index += 2) {
            parameters.put(over[index], over[index + 1]);
        }
        Answer answer = admin.post(
                "/periodictask/",
                parameters.entrySet().stream()
                        .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                        .toArray(String[]::new));
        defined.add((Integer) answer.value());
        return (Integer) answer.value();
    }

    private List<Run> runOnceDue(String... names) {
        until(() -> tasks.due().containsAll(List.of(names)));
        return tasks.runDue();
    }

    private static void until(BooleanSupplier condition) {
        Patience.until("time is up", condition);
    }

    private Set<?> lastRuns(int task) {
        return ((Map<?, ?>) admin.get("/periodictask/" + task).valueMap().get("last_runs")).keySet();
    }

    private List<?> figures(String key) {
        return (List<?>) admin.get("/monitoring/" + key).value();
    }

    @Test
    void aTaskThatIsDueRunsAndNotesTheFiguresThatWereChosen() {
        int task = define(
                "figures",
                "options",
                "{\"total_tokens\": true, \"hardware_tokens\": \"1\", \"unassigned_hardware_tokens\": \"True\","
                        + " \"user_with_token\": 1, \"assigned_tokens\": \"no\", \"software_tokens\": false}");

        assertThat(runOnceDue("figures")).containsExactly(new Run("figures", ""));

        assertThat(lastRuns(task)).hasToString("[tested]");
        assertThat(admin.get("/monitoring/total_tokens/last").value()).isEqualTo(2);
        assertThat(admin.get("/monitoring/hardware_tokens/last").value()).isEqualTo(1);
        assertThat(admin.get("/monitoring/unassigned_hardware_tokens/last").value())
                .isEqualTo(1);
        assertThat(admin.get("/monitoring/user_with_token/last").value()).isEqualTo(0);
        assertThat(figures("assigned_tokens")).isEmpty();
        assertThat(figures("software_tokens")).isEmpty();
    }

    @Test
    void tokensOfPeopleAreCountedAndPeopleWhoHaveOneThatIsSwitchedOn() {
        Tenant tenant = Tenant.create(server, "figured", data, 3);
        List<String> owned = List.of("FIGURE1", "FIGURE2", "FIGURE3");
        tenant.enrol("FIGURE1", "user1", "type", "spass");
        tenant.enrol("FIGURE2", "user1", "type", "spass");
        tenant.enrol("FIGURE3", "user2", "type", "spass");
        admin.post("/token/disable/FIGURE3");
        define("people", "options", "{\"assigned_tokens\": 1, \"user_with_token\": 1, \"software_tokens\": 1}");

        runOnceDue("people");

        assertThat(admin.get("/monitoring/assigned_tokens/last").value()).isEqualTo(3);
        assertThat(admin.get("/monitoring/user_with_token/last").value()).isEqualTo(1);
        assertThat(admin.get("/monitoring/software_tokens/last").value()).isEqualTo(4);
        owned.forEach(serial -> admin.delete("/token/" + serial));
        List.of("assigned_tokens", "software_tokens").forEach(key -> admin.delete("/monitoring/" + key));
    }

    @Test
    void aTaskIsDueAgainOnlyAfterItsInterval() {
        define("yearly", "interval", "@yearly");
        define("again");
        runOnceDue("again");
        until(() -> tasks.due().contains("again"));
        assertThat(tasks.due()).doesNotContain("yearly");
    }

    @Test
    void onlyActiveTasksOfThisNodeAreDue() {
        int elsewhere = define("elsewhere", "nodes", "test, tested2");
        int inactive = define("inactive", "active", "0");
        define("here", "nodes", "other, tested");

        assertThat(runOnceDue("here")).containsExactly(new Run("here", ""));
        assertThat(lastRuns(elsewhere)).isEmpty();
        assertThat(lastRuns(inactive)).isEmpty();
    }

    @Test
    void tasksTakeTheirTurnsInTheirOrder() {
        define("last", "ordering", "9");
        define("first", "ordering", "1");
        define("middle", "ordering", "5");

        assertThat(runOnceDue("first", "middle", "last"))
                .extracting(Run::name)
                .containsExactly("first", "middle", "last");
    }

    @Test
    void aTaskThatFailsStaysDueAndKeepsNoOtherFromRunning() {
        int again = define("again", "taskmodule", "EventCounter", "options", "{\"event_counter\": \"c\"}");
        int once = define("once", "taskmodule", "EventCounter", "retry_if_failed", "0", "ordering", "1");
        int sound = define("sound", "ordering", "2");

        assertThat(runOnceDue("again", "once", "sound"))
                .containsExactly(
                        new Run("again", "the option stats_key is missing"),
                        new Run("once", "the option event_counter is missing"),
                        new Run("sound", ""));
        assertThat(tasks.due()).contains("again");
        assertThat(lastRuns(again)).isEmpty();
        assertThat(lastRuns(once)).hasToString("[tested]");
        assertThat(lastRuns(sound)).hasToString("[tested]");
    }

    @Test
    void whatNoColumnTakesIsAFailureThatNotesNothing() {
        int task = define(
                "wide",
                "taskmodule",
                "EventCounter",
                "options",
                "{\"event_counter\": \"wide\", \"stats_key\": \"" + "k".repeat(129) + "\"}");
        count("wide");

        assertThat(runOnceDue("wide")).singleElement().satisfies(run -> assertThat(run.failed())
                .isTrue());
        assertThat(lastRuns(task)).isEmpty();
    }

    @Test
    void aCounterIsNotedAndBeginsAnewOnlyIfAsked() {
        define("keep", "taskmodule", "EventCounter", "options", counting("kept", "kept-key", "0"));
        define("reset", "taskmodule", "EventCounter", "options", counting("emptied", "emptied-key", "1"));
        for (int time = 0; time < 3; time++) {
            count("kept");
            count("emptied");
        }

        runOnceDue("keep", "reset");
        assertThat(admin.get("/monitoring/kept-key/last").value()).isEqualTo(3);
        assertThat(admin.get("/monitoring/emptied-key/last").value()).isEqualTo(3);
        runOnceDue("keep", "reset");
        assertThat(admin.get("/monitoring/kept-key/last").value()).isEqualTo(3);
        assertThat(admin.get("/monitoring/emptied-key/last").value()).isEqualTo(0);
    }

    @Test
    void aCounterThatDoesNotExistIsNoFailure() {
        int task = define("none", "taskmodule", "EventCounter", "options", counting("nosuch", "nosuch-key", "1"));

        assertThat(runOnceDue("none")).containsExactly(new Run("none", ""));
        assertThat(figures("nosuch-key")).isEmpty();
        assertThat(lastRuns(task)).hasToString("[tested]");
    }

    private static String counting(String counter, String key, String reset) {
        return "{\"event_counter\": \"" + counter + "\", \"stats_key\": \"" + key + "\", \"reset_event_counter\": \""
                + reset + "\"}";
    }

    private void count(String counter) {
        server.bean(CommandSender.class).sendAs("test", new IncreaseEventCounter(counter, "tested"));
    }

    @Test
    void aTaskIsRunByHandWhateverItIs() {
        int task = define("manual", "nodes", "other", "active", "0", "interval", "@yearly");

        assertThat(tasks.runNow("manual")).isEqualTo(new Run("manual", ""));
        assertThat(tasks.runNow("manual")).isEqualTo(new Run("manual", ""));
        assertThat(lastRuns(task)).hasToString("[tested]");
        assertThatThrownBy(() -> tasks.runNow("nosuch"))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage("there is no periodic task nosuch");
    }

    @Test
    void ofManyProcessesThatRunATaskOfTheirNodeAtOnceOneDoes() throws Exception {
        int task = define("contested", "interval", "@yearly");
        FinishTaskRun finish =
                new FinishTaskRun(task, "tested", Instant.EPOCH, Instant.now(), Map.of("contested-key", 7L), null);

        assertThat(atOnce(() -> server.bean(CommandSender.class).sendAs("test", finish)))
                .containsOnlyOnce(Outcome.DONE)
                .containsOnly(Outcome.DONE, Outcome.RUN_ALREADY);
        assertThat(figures("contested-key")).hasSize(1);
    }

    @Test
    void whoeverRunsWhatIsDueNoCountIsLostOrNotedTwice() throws Exception {
        define("shared", "taskmodule", "EventCounter", "options", counting("shared", "shared-key", "1"));
        for (int time = 0; time < 12; time++) {
            count("shared");
        }
        until(() -> tasks.due().contains("shared"));

        atOnce(() -> {
            count("shared");
            List<Run> runs = tasks.runDue();
            count("shared");
            return runs;
        });
        runOnceDue("shared");

        assertThat(figures("shared-key").stream()
                        .mapToInt(figure -> (Integer) ((List<?>) figure).get(1))
                        .sum())
                .isEqualTo(12 + 2 * AT_ONCE);
    }

    private static <T> List<T> atOnce(Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future :
                    threads.invokeAll(Stream.generate(() -> work).limit(AT_ONCE).toList())) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
