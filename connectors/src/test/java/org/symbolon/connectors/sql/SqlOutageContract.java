package org.symbolon.connectors.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.symbolon.command.resolver.port.StoredUser;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;

/** What holds for every database whose server goes away and comes back. */
abstract class SqlOutageContract extends SqlStoreContract {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The definition gives each question a second; the rest is for a machine that is busy. */
    private static final Duration AT_MOST = Duration.ofSeconds(10);

    private UserStore over(SwitchedLine line) {
        Map<String, String> configuration = new HashMap<>(configuration());
        configuration.put("Port", String.valueOf(line.port()));
        configuration.put("poolTimeout", "1");
        return type().open(configuration);
    }

    private SwitchedLine line() {
        return new SwitchedLine(Integer.parseInt(server().get("Port")));
    }

    private static void assertAway(UserStore store, String trouble) {
        long begin = System.nanoTime();
        assertThatThrownBy(() -> store.withLogin("ada"))
                .isInstanceOf(UserStoreUnavailableException.class)
                .hasNoCause()
                .hasMessageEndingWith(trouble);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(AT_MOST);
    }

    @Test
    void aServerThatIsAwayIsLeftAloneUntilItIsBack() throws Exception {
        try (SwitchedLine line = line();
                UserStore store = over(line)) {
            line.become(SwitchedLine.State.CUT);
            assertAway(store, "closed the connection, or answered what nobody understands");
            int asked = line.connections();
            for (int count = 0; count < 50; count++) {
                assertAway(store, "closed the connection, or answered what nobody understands");
            }
            assertThat(line.connections()).isLessThanOrEqualTo(asked + 2);

            line.become(SwitchedLine.State.WHOLE);
            awaitAda(store);
        }
    }

    private static void awaitAda(UserStore store) throws InterruptedException {
        long begin = System.nanoTime();
        while (!finds(store)) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE);
            Thread.sleep(20);
        }
    }

    private static boolean finds(UserStore store) {
        try {
            return store.withLogin("ada").map(StoredUser::login).isPresent();
        } catch (UserStoreUnavailableException away) {
            return false;
        }
    }

    @Test
    void anAnswerThatBreaksOffIsAskedForOnceMore() throws IOException {
        try (SwitchedLine line = line();
                UserStore store = over(line)) {
            assertThat(store.withLogin("ada")).isPresent();
            line.become(SwitchedLine.State.BREAKING);
            assertThat(store.withLogin("ada")).isPresent();
        }
    }

    @Test
    void aServerThatFallsSilentIsNotWaitedForLongerThanTheTimeThereIs() throws IOException {
        try (SwitchedLine line = line();
                UserStore store = over(line)) {
            assertThat(store.withLogin("ada")).isPresent();
            line.become(SwitchedLine.State.DEAD);
            assertAway(store, "does not answer in time");
        }
    }

    /** How many connections the account of the definition has. */
    protected abstract int openConnections();

    @Test
    void thereAreNoMoreConnectionsThanThePoolHasAndNoneWhenTheStoreIsClosed() throws Exception {
        Map<String, String> configuration = configuration();
        configuration.put("poolSize", "2");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        awaitNoConnections();
        try (UserStore store = type().open(configuration)) {
            List<Future<Boolean>> answers = threads.invokeAll(
                    Collections.nCopies(200, () -> store.withLogin("ada").isPresent()));
            for (Future<Boolean> answer : answers) {
                assertThat(answer.get()).isTrue();
            }
            assertThat(openConnections()).isBetween(1, 2);
        } finally {
            threads.shutdown();
        }
        awaitNoConnections();
    }

    private void awaitNoConnections() throws InterruptedException {
        long begin = System.nanoTime();
        while (openConnections() > 0) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE);
            Thread.sleep(20);
        }
    }
}
