package org.symbolon.command.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.symbolon.command.error.OutdatedException;
import org.symbolon.command.secret.port.SecretErasedException;

/** Who meets others at the same aggregates tries again, as long as that can help. */
class CommandSenderTest {

    private static final String DECIDED = "decided";

    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final CommandSender sender = new CommandSender(bus, new Correlation("node"), () -> new Random(1));
    private int handled;

    CommandSenderTest() {
        bus.subscribe(Integer.class.getName(), message -> {
            handled++;
            RuntimeException failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
            return DECIDED;
        });
    }

    private Object send() {
        return sender.send(Map.of(), () -> 1);
    }

    @Test
    void whoeverMeetsOthersIsDecidedAnew() {
        failures.addAll(List.of(
                new ConcurrencyException("another node was faster"),
                new DeadlockException("another thread holds one of two aggregates"),
                new SecretErasedException("key-of-a-deleted-token"),
                new OutdatedException("the token has changed")));

        assertThat(send()).isEqualTo(DECIDED);
        assertThat(handled).isEqualTo(5);
    }

    @Test
    void anythingElseIsNotTriedAgain() {
        failures.add(new IllegalStateException("broken"));

        assertThatThrownBy(this::send).hasMessage("broken");
        assertThat(handled).isEqualTo(1);
    }

    @Test
    void whoNeverGetsThroughIsTold() {
        for (int attempt = 0; attempt < 100; attempt++) {
            failures.add(new ConcurrencyException("busy"));
        }

        assertThatThrownBy(this::send).hasMessage("busy");
        assertThat(handled).isEqualTo(25);
    }
}
