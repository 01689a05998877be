package org.symbolon.command.eventcounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.Test;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.support.Stage;
import org.symbolon.events.eventcounter.EventCounterDecreased;
import org.symbolon.events.eventcounter.EventCounterIncreased;
import org.symbolon.events.eventcounter.EventCounterReset;

class EventCounterCommandsTest {

    private final SortedMap<String, Integer> held = new TreeMap<>();
    private final Stage stage = new Stage();
    private final Counters counters =
            new Counters(stage.repository(EventCounter.class), name -> name.equals("c") ? held : new TreeMap<>());

    EventCounterCommandsTest() {
        stage.handler(new EventCounterCommands(counters)).handler(this);
    }

    private record Read(String name, boolean anew) {}

    @CommandHandler
    OptionalLong handle(Read read) throws Exception {
        return counters.read(read.name(), read.anew());
    }

    private void counted(String node, int value) {
        held.put(node, value);
        stage.given(new EventCounterIncreased("c", node, value));
    }

    private void refuses(Object command, String message) {
        assertThatThrownBy(() -> stage.when(command))
                .isInstanceOf(Refusal.class)
                .hasMessage(message);
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void aCounterBeginsAtZero() {
        stage.when(new IncreaseEventCounter("c", "a"));
        assertThat(stage.facts()).containsExactly(new EventCounterIncreased("c", "a", 1));
        stage.when(new IncreaseEventCounter("c", "a"));
        assertThat(stage.facts()).containsExactly(new EventCounterIncreased("c", "a", 2));
    }

    @Test
    void eachNodeCountsForItself() {
        counted("a", 5);
        stage.when(new IncreaseEventCounter("c", "b"));
        assertThat(stage.facts()).containsExactly(new EventCounterIncreased("c", "b", 1));
    }

    @Test
    void aNodeTakesFromItsOwnWhileTheSumIsMoreThanNothing() {
        counted("a", 2);
        stage.when(new DecreaseEventCounter("c", "b", false));
        assertThat(stage.facts()).containsExactly(new EventCounterDecreased("c", "b", -1));
    }

    @Test
    void whereNothingIsLeftAllNodesBeginAtZero() {
        counted("a", 2);
        counted("b", -2);
        stage.when(new DecreaseEventCounter("c", "b", false));
        assertThat(stage.facts()).containsExactly(new EventCounterReset("c", "a"), new EventCounterReset("c", "b"));
    }

    @Test
    void aCounterThatIsNotThereIsMadeByTakingFromIt() {
        stage.when(new DecreaseEventCounter("c", "a", false));
        assertThat(stage.facts()).containsExactly(new EventCounterReset("c", "a"));
    }

    @Test
    void aCounterMayBeAllowedToBecomeLessThanNothing() {
        stage.when(new DecreaseEventCounter("c", "a", true));
        assertThat(stage.facts()).containsExactly(new EventCounterDecreased("c", "a", -1));
        stage.when(new DecreaseEventCounter("c", "a", true));
        assertThat(stage.facts()).containsExactly(new EventCounterDecreased("c", "a", -2));
    }

    @Test
    void aResetConcernsAllNodesAndThenTheyCountAnew() {
        counted("a", 2);
        counted("b", 3);
        stage.when(new ResetEventCounter("c", "z"));
        assertThat(stage.facts()).containsExactly(new EventCounterReset("c", "a"), new EventCounterReset("c", "b"));
        stage.when(new IncreaseEventCounter("c", "b"));
        assertThat(stage.facts()).containsExactly(new EventCounterIncreased("c", "b", 1));
    }

    @Test
    void aResetMakesACounterThatIsNotThere() {
        stage.when(new ResetEventCounter("c", "a"));
        assertThat(stage.facts()).containsExactly(new EventCounterReset("c", "a"));
    }

    @Test
    void theValueIsTheSumOverAllNodes() {
        counted("a", Integer.MAX_VALUE);
        counted("b", 3);
        assertThat(stage.when(new Read("c", false))).isEqualTo(OptionalLong.of(Integer.MAX_VALUE + 3L));
        assertThat(stage.facts()).isEmpty();
        assertThat(stage.when(new Read("other", true))).isEqualTo(OptionalLong.empty());
    }

    @Test
    void aCounterCanBeginAnewWhenItIsRead() {
        counted("a", 2);
        counted("b", 3);
        assertThat(stage.when(new Read("c", true))).isEqualTo(OptionalLong.of(5));
        assertThat(stage.facts()).containsExactly(new EventCounterReset("c", "a"), new EventCounterReset("c", "b"));
    }

    @Test
    void whatWasCountedAfterTheLookIsTakenAlongWhenACounterBeginsAnew() {
        counted("a", 2);
        stage.given(new EventCounterIncreased("c", "a", 3));
        assertThat(stage.when(new Read("c", false))).isEqualTo(OptionalLong.of(2));
        assertThat(stage.when(new Read("c", true))).isEqualTo(OptionalLong.of(3));
    }

    @Test
    void whatIsZeroNeedNotBeginAnew() {
        counted("a", 0);
        assertThat(stage.when(new Read("c", true))).isEqualTo(OptionalLong.of(0));
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void noValuePassesTheEndsOfItsColumn() {
        counted("a", Integer.MAX_VALUE);
        counted("b", Integer.MIN_VALUE);
        stage.when(new IncreaseEventCounter("c", "a"));
        assertThat(stage.facts()).containsExactly(new EventCounterIncreased("c", "a", Integer.MAX_VALUE));
        stage.when(new DecreaseEventCounter("c", "b", true));
        assertThat(stage.facts()).containsExactly(new EventCounterDecreased("c", "b", Integer.MIN_VALUE));
    }

    @Test
    void whatNoColumnTakesIsRefused() {
        String name = "Parameter 'name' must not be longer than 80 characters";
        refuses(new IncreaseEventCounter("n".repeat(81), "a"), name);
        refuses(new DecreaseEventCounter("n".repeat(81), "a", true), name);
        refuses(new ResetEventCounter("n".repeat(81), "a"), name);
        refuses(
                new IncreaseEventCounter("c", "n".repeat(256)),
                "Parameter 'node' must not be longer than 255 characters");
        refuses(new IncreaseEventCounter("", "a"), "The name of a counter must not be empty");
    }

    @Test
    void identifiersFitTheirColumnAndNeverMeet() {
        assertThat(EventCounter.idOf("n".repeat(80), "n".repeat(255))).hasSizeLessThanOrEqualTo(255);
        assertThat(EventCounter.idOf("a/b", "c")).isNotEqualTo(EventCounter.idOf("a", "b/c"));
    }
}
