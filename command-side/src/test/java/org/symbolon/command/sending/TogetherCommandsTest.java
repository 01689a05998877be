package org.symbolon.command.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.DecidedSoFar;

class TogetherCommandsTest {

    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final CommandSender sender = new CommandSender(bus, new Correlation("node"), () -> new SplittableRandom(1));
    private final List<String> handled = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    private int rolledBack;

    @BeforeEach
    void subscribe() {
        new AnnotationCommandHandlerAdapter<>(new TogetherCommands(bus)).subscribe(bus);
        bus.subscribe(String.class.getName(), message -> {
            String text = (String) message.getPayload();
            CurrentUnitOfWork.get().onRollback(unit -> rolledBack++);
            seen.add(message.getMetaData().get(Correlation.ACTOR) + " "
                    + DecidedSoFar.resolver("ONE").orElse("nothing"));
            if (text.equals("bad")) {
                throw Refusal.parameter("It is bad.");
            }
            DecidedSoFar.noteResolver(text);
            handled.add(text);
            return text.length();
        });
    }

    private static DoTogether.Step step(String command, Consumer<Object> check) {
        return new DoTogether.Step("thing " + command, command, check, result -> null);
    }

    private Object send(DoTogether.Step... steps) {
        return sender.sendAs("alice", new DoTogether(List.of(steps)));
    }

    @Test
    void allAreDoneInTheirOrderAsIfSentByTheSameActor() {
        Object results = send(step("one", result -> {}), step("three", result -> {}));

        assertThat(results).isEqualTo(List.of(3, 5));
        assertThat(handled).containsExactly("one", "three");
        assertThat(seen).containsExactly("alice nothing", "alice one");
    }

    @Test
    void oneThatIsRefusedTakesTheOthersBackAndIsNamed() {
        assertThatThrownBy(() -> send(step("one", result -> {}), step("bad", result -> {}), step("two", result -> {})))
                .isInstanceOf(Refusal.class)
                .hasMessage("thing bad: It is bad.");
        assertThat(handled).containsExactly("one");
        assertThat(rolledBack).isEqualTo(2);
    }

    @Test
    void aResultThatIsNoneTakesTheOthersBack() {
        Consumer<Object> check = result -> {
            throw Refusal.notFound("There is none.");
        };

        assertThatThrownBy(() -> send(step("one", result -> {}), step("two", check)))
                .hasMessage("thing two: There is none.");
        assertThat(rolledBack).isEqualTo(2);
    }

    @Test
    void whatStandsAloneNotesNothing() {
        sender.sendAs("alice", "one");
        sender.sendAs("bob", "two");

        assertThat(seen).containsExactly("alice nothing", "bob nothing");
    }

    @Test
    void realmsAreAsTheyWereDecidedLast() {
        List<Object> found = new ArrayList<>();
        bus.subscribe(Integer.class.getName(), message -> {
            DecidedSoFar.noteRealm("r", List.of("one"));
            DecidedSoFar.noteRealmGone("old");
            found.add(DecidedSoFar.realms(Set.of("old", "kept")));
            found.add(DecidedSoFar.realmsOf("one", List.of("old", "kept")));
            DecidedSoFar.noteRealm("r", List.of());
            found.add(DecidedSoFar.realmsOf("one", List.of("old")));
            return 0;
        });

        sender.sendAs("alice", new DoTogether(List.of(new DoTogether.Step("number", 1, result -> {}, result -> null))));

        assertThat(found).containsExactly(Set.of("kept", "r"), List.of("kept", "r"), List.<String>of());
    }
}
