package org.symbolon.endtoend.periodictask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.periodictask.RecordTaskRun;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** Periodic tasks over the wire: defined, changed, switched, shown, deleted. */
@WireTest
class PeriodicTaskWireTest {

    private static final String NOT_FOUND = "The requested PeriodicTask could not be found.";
    private static final String TIME =
            "~\\\\d{4}-\\\\d\\\\d-\\\\d\\\\d \\\\d\\\\d:\\\\d\\\\d:\\\\d\\\\d[.]\\\\d{6}[+]0000";
    private static final int RIVALS = 6;

    private ApiClient admin;
    private InProcessServer server;

    @BeforeAll
    void prepare(InProcessServer shared) {
        server = shared;
        admin = shared.admin();
    }

    private static String[] task(String name, String... over) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of(
                "name",
                name,
                "interval",
                "0 0 * * *",
                "nodes",
                "tested",
                "taskmodule",
                "SimpleStats",
                "ordering",
                "0"));
        for (int index = 0; index < over.length; index += 2) {
            parameters.put(over[index], over[index + 1]);
        }
        return parameters.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new);
    }

    private int define(String name, String... over) {
        Answer answer = admin.post("/periodictask/", task(name, over));
        assertValue(answer, "'<int>'");
        return (Integer) answer.value();
    }

    private void assertShown(int id, String name, String over) {
        assertValue(
                admin.get("/periodictask/" + id),
                ExpectedJson.overlaid(
                        "{'id': " + id + ", 'name': '" + name + "', 'active': true, 'retry_if_failed': true,"
                                + " 'interval': '0 0 * * *', 'nodes': ['tested'], 'taskmodule': 'SimpleStats',"
                                + " 'ordering': 0, 'options': {}, 'last_update': '" + TIME + "', 'last_runs': {}}",
                        over));
    }

    @Test
    void aTaskNeedsFiveParametersOnly() {
        assertShown(define("task-one"), "task-one", "{}");
    }

    @Test
    void everythingThatIsSentIsShown() {
        int id = define(
                "task-two",
                "nodes",
                " a, b ,a",
                "taskmodule",
                "EventCounter",
                "ordering",
                "7",
                "active",
                "0",
                "id",
                "",
                "retry_if_failed",
                "false",
                "interval",
                "*/5 0-6 * jan-mar mon,fri 30",
                "options",
                "{\"event_counter\": \"c\", \"stats_key\": 5, \"reset_event_counter\": true, \"x\": null}");

        assertShown(
                id,
                "task-two",
                """
                {'nodes': ['a', 'b'], 'taskmodule': 'EventCounter', 'ordering': 7, 'active': false,
                 'retry_if_failed': false, 'interval': '*/5 0-6 * jan-mar mon,fri 30',
                 'options': {'event_counter': 'c', 'stats_key': '5', 'reset_event_counter': 'True', 'x': ''}}
                """);
    }

    @Test
    void aTaskMayComeAsJson() {
        String body =
                """
                {"name": "task-three", "interval": "@hourly", "nodes": ["tested", "other"], "taskmodule": "SimpleStats",
                 "ordering": 3, "active": true, "options": {"total_tokens": true}}
                """;
        Answer answer = admin.post("/periodictask/", "application/json", body.getBytes(StandardCharsets.UTF_8));

        assertShown(
                (Integer) answer.value(),
                "task-three",
                """
                {'interval': '@hourly', 'nodes': ['tested', 'other'], 'ordering': 3, 'options': {'total_tokens': 'True'}}
                """);
    }

    @Test
    void whatIsNotSentAgainIsGoneAndSoAreRunsOfNodesThatAre() {
        int id = define("task-four", "nodes", "a,b", "options", "{\"total_tokens\": 1}");
        server.bean(CommandSender.class).sendAs("test", new RecordTaskRun(id, "a"));
        server.bean(CommandSender.class).sendAs("test", new RecordTaskRun(id, "b"));
        assertShown(
                id,
                "task-four",
                "{'nodes': ['a', 'b'], 'options': {'total_tokens': '1'}, 'last_runs': {'a': '" + TIME + "', 'b': '"
                        + TIME + "'}}");

        assertThat(define("task-renamed", "id", "" + id, "nodes", "b,c", "options", ""))
                .isEqualTo(id);

        assertShown(id, "task-renamed", "{'nodes': ['b', 'c'], 'last_runs': {'b': '" + TIME + "'}}");
    }

    @Test
    void aNameIsGivenOnceUntilItIsFree() {
        int first = define("task-five");
        String message = "ERR905: There is a periodic task with the name 'task-five' already";
        assertRefusal(admin.post("/periodictask/", task("task-five")), 400, 905, message);
        int second = define("task-six");
        assertRefusal(admin.post("/periodictask/", task("task-five", "id", "" + second)), 400, 905, message);

        define("task-seven", "id", "" + first);
        define("task-five", "id", "" + second);
        assertShown(second, "task-five", "{}");
        admin.delete("/periodictask/" + second);
        define("task-five");
    }

    @Test
    void ofManyWhoWantANameAtOnceOneGetsIt() throws Exception {
        ExecutorService rivals = Executors.newFixedThreadPool(RIVALS);
        try {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int rival = 0; rival < RIVALS; rival++) {
                answers.add(rivals.submit(() -> admin.post("/periodictask/", task("task-contested"))));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> answer : answers) {
                statuses.add(answer.get().status());
            }
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 400);
        } finally {
            rivals.shutdownNow();
        }
    }

    @Test
    void aTaskIsSwitchedOffAndOnAndDeleted() {
        int id = define("task-eight");

        assertValue(admin.post("/periodictask/disable/" + id), "" + id);
        assertShown(id, "task-eight", "{'active': false}");
        assertValue(admin.post("/periodictask/enable/" + id), "" + id);
        assertShown(id, "task-eight", "{}");
        assertValue(admin.delete("/periodictask/" + id), "" + id);
        assertRefusal(admin.get("/periodictask/" + id), 404, 601, NOT_FOUND);
        assertRefusal(admin.delete("/periodictask/" + id), 404, 601, NOT_FOUND);
    }

    @Test
    void theListIsInTheOrderOfTheirTurns() {
        int later = define("task-nine", "ordering", "99");
        int sooner = define("task-ten", "ordering", "98");

        List<Object> numbers = new ArrayList<>();
        ((List<?>) admin.get("/periodictask/").value()).forEach(task -> numbers.add(((Map<?, ?>) task).get("id")));

        assertThat(numbers).containsSubsequence(sooner, later);
    }

    @Test
    void anUnknownTaskIsNotFound() {
        assertRefusal(admin.get("/periodictask/999999"), 404, 601, NOT_FOUND);
        assertRefusal(admin.post("/periodictask/enable/999999"), 404, 601, NOT_FOUND);
        assertRefusal(admin.post("/periodictask/disable/999999"), 404, 601, NOT_FOUND);
        assertRefusal(admin.post("/periodictask/", task("task-none", "id", "999999")), 404, 601, NOT_FOUND);
        assertRefusal(admin.get("/periodictask/first"), 400, 905, "ERR905: Parameter 'ptaskid' must be a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "interval", "nodes", "taskmodule", "ordering"})
    void fiveParametersMustBeThere(String missing) {
        String body =
                """
                {"name": "task-bad", "interval": "@daily", "nodes": "a", "taskmodule": "SimpleStats", "ordering": 1,
                 "%s": null}
                """
                        .formatted(missing);
        assertRefusal(
                admin.post("/periodictask/", "application/json", body.getBytes(StandardCharsets.UTF_8)),
                400,
                905,
                "ERR905: Missing parameter: '" + missing + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "name       | \"\"      | Parameter 'name' must not be empty",
                "interval   | 0 0 * *   | Invalid interval: '0 0 * *' has not 5 to 7 columns",
                "interval   | 0 0 * 13 * | Invalid interval: '13' is no month",
                "nodes      | ,         | nodes: expected at least one node",
                "taskmodule | nosuch    | Unknown task module: 'nosuch'",
                "ordering   | -1        | Invalid ordering: -1",
                "ordering   | first     | Parameter 'ordering' must be a number",
                "options    | []        | options: expected dictionary, got []",
                "options    | nosuch    | options: expected dictionary, got nosuch"
            })
    void whatCannotBeIsRefused(String parameter, String value, String message) {
        assertRefusal(admin.post("/periodictask/", task("task-bad", parameter, value)), 400, 905, "ERR905: " + message);
    }

    @Test
    void modulesAndNodesAreListed() {
        assertValue(admin.get("/periodictask/taskmodules/"), "['EventCounter', 'SimpleStats']");
        assertValue(admin.get("/periodictask/nodes/"), "['tested']");
    }

    @Test
    void aModuleTellsItsOptions() {
        assertValue(
                admin.get("/periodictask/options/EventCounter"),
                """
                {'event_counter': {'type': 'str', 'description': '~.+', 'required': true},
                 'stats_key': {'type': 'str', 'description': '~.+', 'required': true},
                 'reset_event_counter': {'type': 'bool', 'description': '~.+'}}
                """);
        assertThat(admin.get("/periodictask/options/SimpleStats").valueMap())
                .containsOnlyKeys(
                        "total_tokens",
                        "hardware_tokens",
                        "software_tokens",
                        "unassigned_hardware_tokens",
                        "assigned_tokens",
                        "user_with_token");
        assertRefusal(admin.get("/periodictask/options/nosuch"), 400, 905, "ERR905: Unknown task module: 'nosuch'");
    }
}
