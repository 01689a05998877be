package org.symbolon.connectors.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.connectors.UserStoreContract.Person;
import org.symbolon.connectors.network.HandMadeServer;

/** Several servers of one directory: who is away costs one question its share of the time, and then nobody anything. */
@Isolated("It tells a server that was waited for from one that was not by the time that it took")
class LdapServersTest {

    private static final Person ADA = new Person(Map.of("username", "ada", "surname", "Lovelace"), "secret");

    private final LdapNetwork network = new LdapNetwork();
    private final LdapStoreType type = new LdapStoreType(network, Clock.systemUTC(), new Random(1));
    private final MemoryDirectory first = MemoryDirectory.start(List.of(ADA));
    private final MemoryDirectory second = MemoryDirectory.start(List.of(ADA));

    @AfterEach
    void closeAll() {
        network.close();
        first.close();
        second.close();
    }

    private static HandMadeServer dead() {
        return new HandMadeServer(connection -> connection.getInputStream().readAllBytes());
    }

    private UserStore store(String servers, String... more) {
        Map<String, String> configuration = LdapPeople.configuration(servers);
        configuration.put("CACHE_TIMEOUT", "0");
        configuration.put("TIMEOUT", "2");
        for (int index = 0; index < more.length; index += 2) {
            configuration.put(more[index], more[index + 1]);
        }
        return type.open(configuration);
    }

    private static Duration time(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROUND_ROBIN", "FIRST", "RANDOM"})
    void oneDeadServerAmongThreeIsWaitedForOnce(String strategy) throws IOException {
        try (HandMadeServer dead = dead();
                UserStore store = store(
                        String.join(",", dead.uri("ldap"), first.uri(), second.uri()),
                        "SERVERPOOL_STRATEGY",
                        strategy)) {
            List<Duration> slow = new ArrayList<>();
            for (int login = 0; login < 60; login++) {
                Duration took = time(() -> assertThat(store.withLogin("ada")).isPresent());
                assertThat(took).isLessThan(Duration.ofSeconds(2));
                if (took.toMillis() > 400) {
                    slow.add(took);
                }
            }
            assertThat(slow).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void manyWhoComeToADeadServerAtOnceWaitNoLongerThanOne() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(50);
        try (HandMadeServer dead = dead();
                UserStore store = store(dead.uri("ldap"))) {
            Duration took = time(() -> {
                List<CompletableFuture<Void>> all = new ArrayList<>();
                for (int client = 0; client < 50; client++) {
                    all.add(CompletableFuture.runAsync(
                            () -> assertThatThrownBy(() -> store.withLogin("ada"))
                                    .isInstanceOf(UserStoreUnavailableException.class),
                            clients));
                }
                all.forEach(CompletableFuture::join);
            });

            assertThat(took).isLessThan(Duration.ofSeconds(4));
            assertThat(dead.connections()).isLessThanOrEqualTo(16);
            assertThat(time(() -> assertThatThrownBy(() -> store.withLogin("ada"))
                            .isInstanceOf(UserStoreUnavailableException.class)
                            .hasMessageContaining(
                                    "each failed a moment ago: The directory server " + dead.uri("ldap"))))
                    .isLessThan(Duration.ofMillis(200));
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void aServerThatIsBackIsAskedAgain() throws Exception {
        try (UserStore store = store(first.uri())) {
            assertThat(store.withLogin("ada")).isPresent();
            int port = first.server().getListenPort();
            first.server().shutDown(true);
            assertThatThrownBy(() -> store.withLogin("ada")).isInstanceOf(UserStoreUnavailableException.class);

            first.server().startListening();

            assertThat(first.server().getListenPort()).isEqualTo(port);
            long begin = System.nanoTime();
            while (!isFound(store)) {
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
                Thread.onSpinWait();
            }
        }
    }

    private static boolean isFound(UserStore store) {
        try {
            return store.withLogin("ada").isPresent();
        } catch (UserStoreUnavailableException notYet) {
            return false;
        }
    }

    @Test
    void questionsGoRound() {
        try (MemoryDirectory empty = MemoryDirectory.start(List.of());
                UserStore store = store(first.uri() + ", " + empty.uri())) {
            for (int login = 0; login < 4; login++) {
                assertThat(store.withLogin("ada").isPresent()).isEqualTo(login % 2 == 0);
            }
        }
    }

    @Test
    void aServerThatIsNeverLeftAloneIsTriedEachTime() throws IOException {
        try (UserStore store = store("ldap://127.0.0.1:1," + first.uri(), "SERVERPOOL_SKIP", "0")) {
            for (int login = 0; login < 4; login++) {
                assertThat(store.withLogin("ada")).isPresent();
            }
        }
    }

    @Test
    void whomTheDirectoryNamedIsKnownForAWhileWithoutIt() {
        try (UserStore store = store(first.uri(), "CACHE_TIMEOUT", "60")) {
            String id = store.withLogin("ada").orElseThrow().userId();
            first.server().shutDown(true);

            assertThat(store.withLogin("ada")).isPresent();
            assertThat(store.attributesOf(id)).isPresent();
            assertThatThrownBy(() -> store.withLogin("ben")).isInstanceOf(UserStoreUnavailableException.class);
        }
    }
}
