package org.symbolon.command.periodictask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.support.Stage;
import org.symbolon.events.periodictask.PeriodicTaskDefined;
import org.symbolon.events.periodictask.PeriodicTaskDeleted;
import org.symbolon.events.periodictask.PeriodicTaskDisabled;
import org.symbolon.events.periodictask.PeriodicTaskEnabled;
import org.symbolon.events.periodictask.PeriodicTaskRedefined;
import org.symbolon.events.periodictask.TaskDefinition;
import org.symbolon.events.periodictask.TaskNameReleased;
import org.symbolon.events.periodictask.TaskNameTaken;

class PeriodicTaskCommandsTest {

    private final Stage stage = new Stage();

    PeriodicTaskCommandsTest() {
        stage.handler(new PeriodicTaskCommands(
                stage.repository(PeriodicTask.class), stage.repository(TaskName.class), () -> 7));
    }

    private static TaskDefinition task(String name) {
        return task(name, "0 0 * * *", List.of("node1"), "SimpleStats", 0, Map.of("total_tokens", "True"));
    }

    private static TaskDefinition task(
            String name,
            String interval,
            List<String> nodes,
            String module,
            int ordering,
            Map<String, String> options) {
        return new TaskDefinition(name, true, false, interval, nodes, module, ordering, options);
    }

    private void existing(int id, String name) {
        stage.given(new TaskNameTaken(name, id), new PeriodicTaskDefined(id, task(name)));
    }

    private void refuses(Object command, int code, String message) {
        assertThatThrownBy(() -> stage.when(command))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code))
                .hasMessage(message);
        assertThat(stage.facts()).isEmpty();
    }

    private void refuses(TaskDefinition definition, String message) {
        refuses(new SavePeriodicTask(null, definition), 905, message);
    }

    @Test
    void aTaskIsDefinedAndTakesItsName() {
        assertThat(stage.when(new SavePeriodicTask(null, task("a")))).isEqualTo(7);
        assertThat(stage.facts()).containsExactly(new TaskNameTaken("a", 7), new PeriodicTaskDefined(7, task("a")));
    }

    @Test
    void noTwoTasksHaveOneName() {
        existing(1, "a");
        existing(2, "b");

        refuses(task("a"), "There is a periodic task with the name 'a' already");
        refuses(new SavePeriodicTask(2, task("a")), 905, "There is a periodic task with the name 'a' already");
    }

    @Test
    void namesOfDifferentCaseAreDifferent() {
        existing(1, "a");

        assertThat(stage.when(new SavePeriodicTask(null, task("A")))).isEqualTo(7);
    }

    @Test
    void aTaskIsWrittenAnewUnderItsName() {
        existing(1, "a");
        TaskDefinition other = task("a", "@hourly", List.of("node2"), "EventCounter", 3, Map.of());

        assertThat(stage.when(new SavePeriodicTask(1, other))).isEqualTo(1);
        assertThat(stage.facts()).containsExactly(new PeriodicTaskRedefined(1, other));
    }

    @Test
    void aTaskThatIsRenamedGivesItsFormerNameUp() {
        existing(1, "m");

        stage.when(new SavePeriodicTask(1, task("z")));
        assertThat(stage.facts())
                .containsExactly(
                        new TaskNameTaken("z", 1),
                        new TaskNameReleased("m", 1),
                        new PeriodicTaskRedefined(1, task("z")));
        stage.when(new SavePeriodicTask(1, task("b")));
        assertThat(stage.facts()).contains(new TaskNameTaken("b", 1), new TaskNameReleased("z", 1));
        stage.when(new SavePeriodicTask(null, task("m")));
        assertThat(stage.facts()).contains(new TaskNameTaken("m", 7));
    }

    @Test
    void switchingATaskCountsAlsoWhenItIsSwitchedSoAlready() {
        existing(1, "a");

        stage.when(new EnablePeriodicTask(1));
        assertThat(stage.facts()).containsExactly(new PeriodicTaskEnabled(1));
        stage.when(new DisablePeriodicTask(1));
        assertThat(stage.facts()).containsExactly(new PeriodicTaskDisabled(1));
    }

    @Test
    void aDeletedTaskGivesItsNameUp() {
        existing(1, "a");

        stage.when(new DeletePeriodicTask(1));
        assertThat(stage.facts()).containsExactly(new TaskNameReleased("a", 1), new PeriodicTaskDeleted(1));
        stage.when(new SavePeriodicTask(null, task("a")));
        assertThat(stage.facts()).contains(new TaskNameTaken("a", 7));
    }

    @Test
    void whatIsNotThereCannotBeChanged() {
        existing(1, "a");
        stage.when(new DeletePeriodicTask(1));

        for (int id : new int[] {1, 2}) {
            for (Object command : List.of(
                    new SavePeriodicTask(id, task("b")),
                    new EnablePeriodicTask(id),
                    new DisablePeriodicTask(id),
                    new DeletePeriodicTask(id))) {
                refuses(command, 601, "The requested PeriodicTask could not be found.");
            }
        }
    }

    @Test
    void whatCouldNotRunIsRefused() {
        List<String> nodes = List.of("node1");
        refuses(task(" "), "Parameter 'name' must not be empty");
        refuses(
                task("a", "daily", nodes, "SimpleStats", 0, Map.of()),
                "Invalid interval: 'daily' has not 5 to 7 columns");
        refuses(task("a", "@daily", List.of(), "SimpleStats", 0, Map.of()), "nodes: expected at least one node");
        refuses(
                task("a", "@daily", List.of("b", "c, d"), "SimpleStats", 0, Map.of()),
                "nodes: expected names without commas");
        refuses(task("a", "@daily", nodes, "Divination", 0, Map.of()), "Unknown task module: 'Divination'");
        refuses(task("a", "@daily", nodes, "SimpleStats", -1, Map.of()), "Invalid ordering: -1");
        refuses(
                task("a", "@daily", nodes, "SimpleStats", 0, Map.of("", "x")),
                "The key of an option must not be empty");
    }

    @Test
    void whatIsLongerThanItsColumnIsRefused() {
        List<String> nodes = List.of("node1");
        refuses(task("n".repeat(65)), tooLong("name", 64));
        refuses(task("a", "*".repeat(257), nodes, "SimpleStats", 0, Map.of()), tooLong("interval", 256));
        refuses(
                task("a", "@daily", Collections.nCopies(26, "12345678"), "SimpleStats", 0, Map.of()),
                tooLong("nodes", 256));
        String key = "k".repeat(256);
        refuses(task("a", "@daily", nodes, "SimpleStats", 0, Map.of(key, "x")), tooLong(key, 255));
        refuses(task("a", "@daily", nodes, "SimpleStats", 0, Map.of("k", "v".repeat(2001))), tooLong("k", 2000));
        Map<String, String> many = new HashMap<>();
        for (int number = 0; number <= 500; number++) {
            many.put("option" + number, "x");
        }
        refuses(task("a", "@daily", nodes, "SimpleStats", 0, many), "There must not be more than 500 options");
    }

    private static String tooLong(String parameter, int most) {
        return "Parameter '" + parameter + "' must not be longer than " + most + " characters";
    }
}
